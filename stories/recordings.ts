// Small real recordings: stories ask nobody for anything.

/** Two seconds of a ball that rolls, WebM with VP8, recorded from a canvas. */
const rollingBall = [
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwEAAAAAAAkLEU2bdLlNu4tTq4QVSalmU6yBbk27i1OrhBZUrmtTrIGTTb',
  'uLU6uEH0O2dVOsgdRNu4xTq4QcU7trU6yCCPnsrgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAVSalmoCrX',
  'sYMPQkBEiYRE8AIlTYCGQ2hyb21lV0GGQ2hyb21lFlSua7yuuteBAXPFh+UeF2epiv2DgQFV7oEBhoVWX1ZQOOCdsIFguoFIU8CBAVWwkFWxgQ',
  'FVuYECVbqBDVW7gQEfQ7Z1AQAAAAAACBnngQCgQJmh4oEAAADQBQCdASpgAEgACocIhYWImYSIOAIDKtLPTHmwZ6PjVr8IYaylMGd2h3cCB0yE',
  'lk3ONShJ1OsSAPuDS5KXVSZAXOAB2BMAAiqQrNsaUNUoco/HW5WWKlzl1CLQHAAAdaGyprDugQGlq7ADAJ0BKmAASAAKhwiFhYiZhIg4AgAGQB',
  '4ZVfLAPeT/RtRVfK/0AP7rrgCg0qGxgQBlANEDACwRwAAYAB6k3/QADdibtY48b0SZYA8M8V1jM4y4APuDS5KCdFm5UBTOAHWhmaaX7oEBpZLR',
  'AQAqEcAAGAAYWC/0AAiFWAD7gQCg0aGwgQDRALEDACwRwAAYABw3N/QADChSLI0lif/0OCvsoJ6o1X9g+4NLktPIzba7/6GAdaGZppfugQGlkt',
  'EBACoRwAAYABhYL/QACIVYAPuBZaDhocCBATUAcQQALBGMABgAHqs/9AAff5AF+afT0gsBAzivaYyAn2yjKgPTXgD9xwE3Yd7k/RcTAXy0URuG',
  '/S5K6xsAdaGZppfugQGlktEBACoRwAAYABhYL/QACIVYAPuB0aDaobiBAZkAEQQALBF4ABgAHEGf9AAeF5H73pNz39btdHlSrNa6d7KuLgD+Ux',
  'VFFH+Iwzsyrjxd6UgQAHWhmaaX7oEBpZLRAQAqEcAAGAAYWC/0AAiFWAD7ggE1oNqhuIEB/gCxAwAqEWAAGAAdGzf0ACjxBuIQ/uMcrnib3D04',
  'TrcXAP5TFUUUf4jDQwAu/wiXQEcgAvIAdaGZppfugQGlktEBACoRwAAYABhYL/QACIVYAPuCAZmg06GxgQJiAHEDACoRTAAYABt/L/QAFV1qpy',
  'jbN1Vf2pl5n+lHAP5TFUUUf4jDRYa3t94AAHWhmaaX7oEBpZLRAQAqEcAAGAAYWC/0AAiFWAD7ggH+oNahtIECxgBxAwAqETAAGAAcQAf0ABs1',
  'FEq92BfXXvCZ5grnPQj+UxVFFH+Iw0MlAZaqIScbQAB1oZmml+6BAaWS0QEAKhHAFGAAYWC/0AAiFWAA+4ICYqDgob6BAysA8QMAJBEUABgAHR',
  'mf9AAlsSdFXqKYKvCUkVasV0i5gKpJAP6H1q0mkXnvctFB8IIcCLYCqgEkHp1sAHWhmaaX7oEBpZLRAQAqEcAAGAAYWC/0AAiFWAD7ggLGoOyh',
  'yoEDjwDRAwAiEQAAGAAery/0ACrLt9aUF0XzWk7iKzRy4xy3SAD+h9atJpF573LRRVAGmMIaXt0WZ4JC38ipAJwfFhKTOIJa4XwAdaGZppfugQ',
  'GlktEBACoRvAAYABhYL/QACIVYAPuCAyug36G9gQPzAJEDACIQ+AAYAB0Wb/QAHrvF/f3XhXaiZDSC9mKmvhD+h9atJpF573LRRiEWLANB9AqB',
  'vE4Af+mcAHWhmaaX7oEBpZLRAQAqEagAGAAYWC/0AAiFWAD7ggOPoOChvoEEWACRAwAcEOgAGAAcPZf0ABcYLllg6stL+uwYm6KuE/0A/qTXKv',
  'V5lXYYTBINaVQEQcAT512eDJBiAFEAdaGZppfugQGlktEBACoRlAAYABhYL/QACIVYAPuCA/Og4KG+gQS8AJEDAB4Q3AAYAB0XL/QAHs6Gy3zn',
  '9tYtoAcxq4J1gAD+pNcq9XmVdhhMEbkAgkwPEoFgiQBjwDnWgAB1oZmml+6BAaWS0QEAKhGAABgAGFgv9AAIhVgA+4IEWKDnocWBBSAAEQQAHh',
  'DIABgAHRjH9AAkATw/PzrRM3EqCkGWY62iVH/9xAD+tlfgSVqzdPlmcK9GWsgAx0FOAAjZS3QdXHe4gAB1oZmml+6BAaWS0QEAKhFMABgAGFgv',
  '9AAIhVgA+4IEvKD3odWBBYYAsQMAHhC0ABgAH3DH9AA1peKAqmWv2FEnLrsz3E0hIAD+wM/natj7Pvri5sh40ADchSvg094ACs8aaAImUATpYP',
  'ZcSY0JmADr81GjCpwHJAQAdaGZppfugQGlktEBACoRVAAYABhYL/QACIVYAPuCBSCg6qHIgQXtABEEAB4QrAAYAB3Zn/QAK2WxB1KpWF5ucFcY',
  '71itxTE8S4AA/sDP52rY+z764ubIgMGAdCVGFNZ47jAQIwyoCdikp1wAdaGZppfugQGlktEBACoRQAAYABhYL/QACIVYAPuCBYag6aHHgQZRAF',
  'EDABwQoAAYABxDN/QAIOScJiazsMXZnrnLwxRA/si/+R2EN2HL64ubIgYEzwE/vBCqulXzuADIBBQsKhgc5tBToAB1oZmml+6BAaWS0QEAKhEs',
  'ABgAGFgv9AAIhVgA+4IF7aDqociBBrcA0QMAHBCQABgJvfLAgfclRzQCwiX7YN7l+zBovmdTm6wA/s6C/kUixlb+u8Wk8oAYXuiwaG0BDuFY2O',
  'ioA8DUZABn44B1oZmml+6BAaWS0QEAKhEYABgAGFgv9AAIhVgA+4IGUaD8odqBBxsAMQQAGBCEAB7NAe1sHX1BtGAtW2XFG826WCVeV4bk6cbb',
  'dDwA/tKuf7di7dVv9d4tJi5K6gdSMABSIA2ujuQTeD2GGwHi7pACSIycZgR+JRiruDhoAAB1oZmml+6BAaWS0QEAKhG4FGAAYWC/0AAiFWAA+4',
  'IGt6Dxoc+BB4AAsQMAGhCAABgAHrGf9AAyDInVMHujCqAFkjF01s0xkAD+0q5/t2Lt1W/6+AKejCUhymG0BLAgwIzXIkyIEa1KgnB5pREMMmYS',
  'MeOAdaGZppfugQGlktEBACoRBAAYABhYL/QACIVYAPuCBxscU7trjbuLs4EAt4b3gQHxgdQ=',
];

/** An address of a film of two seconds. */
export function film(): string {
  const bytes = Uint8Array.from(atob(rollingBall.join('')), (character) => character.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }));
}

/** An address of a recording that gets louder and softer like somebody who talks: WAV, 16 bit, 8 kHz, mono. */
export function voice(seconds: number): string {
  const rate = 8000;
  const samples = rate * seconds;
  const view = new DataView(new ArrayBuffer(44 + samples * 2));
  const word = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  };
  for (const [at, text] of [
    [0, 'RIFF'],
    [8, 'WAVE'],
    [12, 'fmt '],
    [36, 'data'],
  ] as const)
    word(at, text);
  for (const [at, size] of [
    [4, 36 + samples * 2],
    [16, 16],
    [24, rate],
    [28, rate * 2],
    [40, samples * 2],
  ] as const)
    view.setUint32(at, size, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    view.setUint16(at, value, true);
  for (let index = 0; index < samples; index += 1) {
    const time = index / rate;
    const syllables = Math.abs(Math.sin(time * 7) * Math.sin(time * 1.9));
    view.setInt16(44 + index * 2, Math.sin(time * 2 * Math.PI * 180) * syllables * 20_000, true);
  }
  return URL.createObjectURL(new Blob([view.buffer], { type: 'audio/wav' }));
}
