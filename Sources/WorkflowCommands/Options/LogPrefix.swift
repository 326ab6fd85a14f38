/// What log lines start with.
enum LogPrefix { case none, pod, container }
