// posix_spawn's folder of the new process, which the module Glibc leaves out (glibc 2.29 and later).
#ifndef IPATLAS_SPAWN_H
#define IPATLAS_SPAWN_H

#include <spawn.h>

extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);

/// Has the new process begin in a folder; 0, or the number of the error.
static inline int ipatlas_spawn_in(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

#endif
