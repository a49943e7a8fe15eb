#pragma once
#include <string.h>
#include <zlib.h>

// inflateInit2 and deflateInit2 are macros, which Swift does not import.

// Starts inflating a raw deflate stream (as in ZIP members).
static inline int ipatlas_inflate_raw_init(z_stream *stream) {
  memset(stream, 0, sizeof(*stream));
  return inflateInit2(stream, -MAX_WBITS);
}

// Starts inflating a gzip stream.
static inline int ipatlas_inflate_gzip_init(z_stream *stream) {
  memset(stream, 0, sizeof(*stream));
  return inflateInit2(stream, 16 + MAX_WBITS);
}

// Starts deflating to a raw deflate stream at the given level.
static inline int ipatlas_deflate_raw_init(z_stream *stream, int level) {
  memset(stream, 0, sizeof(*stream));
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

// Starts deflating to a gzip stream at the given level; its header has no time.
static inline int ipatlas_deflate_gzip_init(z_stream *stream, int level) {
  memset(stream, 0, sizeof(*stream));
  return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
