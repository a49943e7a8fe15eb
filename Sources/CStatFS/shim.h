// statfs(2), whose header the module Glibc leaves out.
#ifndef IPATLAS_STATFS_H
#define IPATLAS_STATFS_H

#include <sys/vfs.h>

/// The type of the file system that holds a path; -1 with errno where there is no such path.
static inline long ipatlas_file_system_type(const char *path) {
  struct statfs system;
  return statfs(path, &system) == 0 ? (long)system.f_type : -1;
}

#endif
