import leveldown, { type Level } from 'leveldown';

/**
 * LevelDB that answers a write only when the system says that it is on disk (fsync). Not open yet;
 * one of a folder is open at a time, in this process or another.
 */
export function durableLevel(folder: string): Level {
  const level = leveldown(folder);
  const batch = level._batch.bind(level);
  level._batch = (operations, options, done) => batch(operations, { ...options, sync: true }, done);
  return level;
}
