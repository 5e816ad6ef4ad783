/** Taught once, when it is first needed; what could not be fetched is tried again the next time. */
export function createLesson<T>(fetchWords: () => Promise<T>, teach: (words: T) => Promise<void>) {
  let isGiven = false;
  /** Whoever was taught is gone, and another one knows nothing. */
  const forget = () => {
    isGiven = false;
  };
  return {
    give(): void {
      if (isGiven) return;
      isGiven = true;
      fetchWords().then(teach).catch(forget);
    },
    forget,
  };
}
