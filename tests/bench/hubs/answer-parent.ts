/** Milliseconds. */
const lookEvery = 100;

/** Tells the bench where this hub listens, and whenever it asks, the most memory it ever took. */
export function answerParent(port: number): void {
  let peak = 0;
  // What the system notes as the most begins with the memory of whoever started this process.
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  setInterval(look, lookEvery).unref();
  process.on('message', () => {
    look();
    process.send?.({ peak });
  });
  process.send?.({ port });
}
