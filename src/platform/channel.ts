/** What the tabs of this browser tell each other. A tab does not hear itself. */
export interface Channel<Message> {
  post(message: Message): void;
  listen(listener: (message: Message) => void): () => void;
  close(): void;
}

/**
 * `read` is the door: another tab may run another version, and what this one cannot read is
 * dropped. Leave it out only for messages that no version will ever change.
 */
export function openChannel<Message>(
  name: string,
  read: (data: unknown) => Message | undefined = (data) => data as Message,
): Channel<Message> {
  const listeners = new Set<(message: Message) => void>();
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
  channel?.addEventListener('message', ({ data }) => {
    const message = read(data);
    if (message === undefined) return;
    for (const listener of listeners) listener(message);
  });
  return {
    post: (message) => channel?.postMessage(message),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      channel?.close();
    },
  };
}
