/** A short, quiet tone of two notes, made by the browser: nothing is fetched. Silent where sound is not allowed yet. */
export function playTone(view: Window & typeof globalThis): void {
  try {
    const context = new view.AudioContext();
    const gain = context.createGain();
    gain.connect(context.destination);
    const start = context.currentTime + 0.02;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.45);
    const oscillator = context.createOscillator();
    oscillator.frequency.setValueAtTime(660, start);
    oscillator.frequency.setValueAtTime(880, start + 0.14);
    oscillator.connect(gain);
    oscillator.addEventListener('ended', () => void context.close());
    oscillator.start(start);
    oscillator.stop(start + 0.5);
  } catch {
    // No sound here: the notification itself is shown all the same.
  }
}
