// pdf.js makes one drawing matrix while it loads, and takes the class from a native canvas package that not every
// machine has. Reading text draws nothing, so an empty class is enough. Imported before pdf.js.
if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class DOMMatrix {} });
