// What libyaml needs to read the same files: every event of every file, then the number of events.
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static long events(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return -1;
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_file(&parser, file);
    long count = 0;
    for (int isOver = 0; !isOver; count++) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) return -1;
        isOver = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return count;
}

int main(int count, char **words) {
    long sum = 0;
    for (int index = 1; index < count; index++) {
        long found = events(words[index]);
        if (found < 0) return 1;
        sum += found;
    }
    printf("%ld\n", sum);
    return 0;
}
