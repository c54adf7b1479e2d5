/*
 * Loaded before libc (LD_PRELOAD), it writes down every call of this process that changes files below KEBU_RECORD_ROOT, and
 * what goes to the file KEBU_RECORD_WORDS, in the order in which the kernel was asked. See recording.ts for the reader.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, CLOSE, WRITE, TRUNCATE, SYNC, RENAME, UNLINK, MKDIR, RMDIR };
enum { MADE = 1, EMPTIED = 2 };
#define MAX_FD 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
/* Which file a descriptor stands for; 0: none of ours. Node closes files past libc, so numbers are used again unannounced. */
static ino_t watched[MAX_FD];
static const char *root = NULL, *words = NULL;
static int log_fd = -1;

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("KEBU_RECORD_LOG");
  root = getenv("KEBU_RECORD_ROOT");
  words = getenv("KEBU_RECORD_WORDS");
  if (!path || !root || !words) return;
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* An incomplete recording would prove nothing, so it ends the process. */
static void put(struct iovec *parts, int count) {
  size_t total = 0;
  for (int i = 0; i < count; i++) total += parts[i].iov_len;
  if (syscall(SYS_writev, log_fd, parts, count) != (ssize_t)total) abort();
}

/* One record: kind, file descriptor or flags, offset, two lengths, two byte strings. */
static void note(uint32_t kind, int32_t number, int64_t offset, const void *a, size_t a_size, const void *b, size_t b_size) {
  struct { uint32_t kind; int32_t number; int64_t offset; uint32_t a, b; } head = {
    kind, number, offset, (uint32_t)a_size, (uint32_t)b_size };
  struct iovec parts[3] = { { &head, sizeof head }, { (void *)a, a_size }, { (void *)b, b_size } };
  put(parts, 3);
}

static int is_watched(int fd) {
  struct stat now;
  if (log_fd < 0 || fd < 0 || fd >= MAX_FD || !watched[fd]) return 0;
  return fstat(fd, &now) == 0 && now.st_ino == watched[fd];
}

/* The whole path of a name; false when it is none of ours. The index in shared memory is made anew after a power cut. */
static int resolve(int folder, const char *name, char *whole) {
  if (log_fd < 0 || !name) return 0;
  whole[0] = 0;
  if (name[0] != '/') {
    if (folder == AT_FDCWD) { if (!getcwd(whole, PATH_MAX)) return 0; }
    else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t size = readlink(link, whole, PATH_MAX - 1);
      if (size < 0) return 0;
      whole[size] = 0;
    }
    strncat(whole, "/", PATH_MAX - strlen(whole) - 1);
  }
  strncat(whole, name, PATH_MAX - strlen(whole) - 1);
  size_t size = strlen(whole), top = strlen(root);
  if (size > 4 && strcmp(whole + size - 4, "-shm") == 0) return 0;
  if (strcmp(whole, words) == 0) return 1;
  return strncmp(whole, root, top) == 0 && (whole[top] == '/' || whole[top] == 0);
}

static int do_open(int folder, const char *name, int flags, mode_t mode) {
  char whole[PATH_MAX];
  if (!resolve(folder, name, whole)) {
    int other = (int)syscall(SYS_openat, folder, name, flags, mode);
    if (other >= 0 && other < MAX_FD) watched[other] = 0;
    return other;
  }
  pthread_mutex_lock(&turn);
  struct stat before, after;
  int existed = fstatat(folder, name, &before, 0) == 0;
  int fd = (int)syscall(SYS_openat, folder, name, flags, mode);
  int kept = errno;
  if (fd >= MAX_FD) abort();
  if (fd >= 0) {
    int made = !existed && (flags & O_CREAT), emptied = existed && (flags & O_TRUNC) && before.st_size > 0;
    watched[fd] = fstat(fd, &after) == 0 ? after.st_ino : 0;
    note(OPEN, fd, (made ? MADE : 0) | (emptied ? EMPTIED : 0), whole, strlen(whole), NULL, 0);
  }
  pthread_mutex_unlock(&turn);
  errno = kept;
  return fd;
}

#define MODE_OF(flags, mode) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *name, int flags, ...) { MODE_OF(flags, mode) return do_open(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE_OF(flags, mode) return do_open(AT_FDCWD, name, flags, mode); }
int openat(int folder, const char *name, int flags, ...) { MODE_OF(flags, mode) return do_open(folder, name, flags, mode); }
int openat64(int folder, const char *name, int flags, ...) { MODE_OF(flags, mode) return do_open(folder, name, flags, mode); }
int creat(const char *name, mode_t mode) { return do_open(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int fd) {
  if (!is_watched(fd)) return (int)syscall(SYS_close, fd);
  pthread_mutex_lock(&turn);
  watched[fd] = 0;
  note(CLOSE, fd, 0, NULL, 0, NULL, 0);
  int result = (int)syscall(SYS_close, fd);
  pthread_mutex_unlock(&turn);
  return result;
}

/* Where a write without an offset begins. */
static int64_t place_of(int fd) {
  if (fcntl(fd, F_GETFL) & O_APPEND) { struct stat now; return fstat(fd, &now) == 0 ? now.st_size : 0; }
  return lseek(fd, 0, SEEK_CUR);
}

static ssize_t do_write(int fd, const void *bytes, size_t size, int64_t offset) {
  int placed = offset >= 0;
  if (!is_watched(fd))
    return placed ? syscall(SYS_pwrite64, fd, bytes, size, offset) : syscall(SYS_write, fd, bytes, size);
  pthread_mutex_lock(&turn);
  int64_t at = placed ? offset : place_of(fd);
  ssize_t done = placed ? syscall(SYS_pwrite64, fd, bytes, size, offset) : syscall(SYS_write, fd, bytes, size);
  int kept = errno;
  if (done > 0) note(WRITE, fd, at, bytes, (size_t)done, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = kept;
  return done;
}

ssize_t write(int fd, const void *bytes, size_t size) { return do_write(fd, bytes, size, -1); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) { return do_write(fd, bytes, size, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset) { return do_write(fd, bytes, size, offset); }

/* A short answer is allowed, and callers go on from there. */
static ssize_t do_writev(int fd, const struct iovec *parts, int count, int64_t offset) {
  if (!is_watched(fd))
    return offset >= 0 ? syscall(SYS_pwritev, fd, parts, count, (long)offset, 0L) : syscall(SYS_writev, fd, parts, count);
  for (int i = 0; i < count; i++)
    if (parts[i].iov_len > 0) return do_write(fd, parts[i].iov_base, parts[i].iov_len, offset);
  return 0;
}

ssize_t writev(int fd, const struct iovec *parts, int count) { return do_writev(fd, parts, count, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return do_writev(fd, parts, count, offset); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return do_writev(fd, parts, count, offset); }

static int do_truncate(int fd, int64_t size) {
  if (!is_watched(fd)) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(SYS_ftruncate, fd, size);
  int kept = errno;
  if (result == 0) note(TRUNCATE, fd, size, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

int ftruncate(int fd, off_t size) { return do_truncate(fd, size); }
int ftruncate64(int fd, off64_t size) { return do_truncate(fd, size); }

static int do_sync(int fd, long call) {
  if (!is_watched(fd)) return (int)syscall(call, fd);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(call, fd);
  int kept = errno;
  if (result == 0) note(SYNC, fd, 0, NULL, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

int fsync(int fd) { return do_sync(fd, SYS_fsync); }
int fdatasync(int fd) { return do_sync(fd, SYS_fdatasync); }

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  char before[PATH_MAX], after[PATH_MAX];
  int ours = resolve(from_folder, from, before) | resolve(to_folder, to, after);
  if (!ours) return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
  int kept = errno;
  if (result == 0) note(RENAME, 0, 0, before, strlen(before), after, strlen(after));
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renameat2(a, from, b, to, 0); }

int unlinkat(int folder, const char *name, int flags) {
  char whole[PATH_MAX];
  if (!resolve(folder, name, whole)) return (int)syscall(SYS_unlinkat, folder, name, flags);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(SYS_unlinkat, folder, name, flags);
  int kept = errno;
  if (result == 0) note(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, 0, whole, strlen(whole), NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) {
  int result = unlink(name);
  return result != 0 && (errno == EISDIR || errno == EPERM) ? rmdir(name) : result;
}

int mkdirat(int folder, const char *name, mode_t mode) {
  char whole[PATH_MAX];
  if (!resolve(folder, name, whole)) return (int)syscall(SYS_mkdirat, folder, name, mode);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(SYS_mkdirat, folder, name, mode);
  int kept = errno;
  if (result == 0) note(MKDIR, 0, 0, whole, strlen(whole), NULL, 0);
  pthread_mutex_unlock(&turn);
  errno = kept;
  return result;
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
