/**
 * Lets the pages open without a line. Browsers allow it over https and on the machine itself only; elsewhere the pages
 * work as before. Not while developing: the pages kept would hide the ones just written.
 */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  // What the first page needs goes over the slow line first.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
