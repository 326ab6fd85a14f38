#!/bin/sh
# Builds wfctl for release: one file that needs only libc and libm to start. libcurl is opened at the first request.
# Prints where the file is. Usage: Tests/Benchmarks/build-static.sh [options of swift build]
set -eu
cd "$(dirname "$0")/../.."
scratch=.build-static
mkdir -p "$scratch/link"

# FoundationNetworking asks the linker for libcurl, whose functions CurlShim defines: an empty linker script will do.
echo '/* CurlShim has the functions. */' >"$scratch/link/libcurl.so"

# In a folder without the shared one, the linker takes the static C++ library: a quarter less time to start.
library=$(clang -print-file-name=libstdc++.a)
if [ -f "$library" ]; then ln -sf "$library" "$scratch/link/libstdc++.a"; fi

# Relative relocations are packed (pack-relative-relocs: glibc 2.36 and later), unused and equal code is dropped.
set -- -c release --product wfctl --static-swift-stdlib --scratch-path "$scratch" \
    -Xlinker "-L$PWD/$scratch/link" -Xlinker --gc-sections -Xlinker --icf=all -Xlinker -s \
    -Xlinker -z -Xlinker pack-relative-relocs -Xswiftc -Xclang-linker -Xswiftc -static-libgcc "$@"
swift build "$@"
echo "$(swift build "$@" --show-bin-path)/wfctl"
