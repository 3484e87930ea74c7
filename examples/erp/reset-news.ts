const channelName = 'erp-demo-reset';

/** Tells the other pages of this browser that everything was emptied and filled anew. */
export function announceReset(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(true);
  channel.close();
}

/** Calls back when another page has emptied everything: what this one shows is of before. */
export function onReset(listener: () => void): void {
  new BroadcastChannel(channelName).addEventListener('message', listener);
}
