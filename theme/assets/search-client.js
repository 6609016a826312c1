// Searches in a worker, so that the page stays smooth; in the page itself where there is no such worker.
export const openDesk = (address) => {
  const base = new URL(address, location.href).href;
  const waiting = new Map();
  let worker = null, turn = 0, own = null;
  const here = async (act, given) => {
    own = own || import("./search-desk.js").then(({ Desk }) => new Desk(base));
    return (await own)[act](...given);
  };
  try {
    worker = new Worker(new URL("./search-desk.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: [which, value, message, outdated] }) => {
      const [done, failed] = waiting.get(which);
      waiting.delete(which);
      if (message === undefined) done(value);
      else failed(Object.assign(new Error(message), { outdated }));
    };
    worker.onerror = () => { // it could not be started
      worker = null;
      for (const [done, failed, act, given] of waiting.values()) here(act, given).then(done, failed);
      waiting.clear();
    };
  } catch {
    worker = null;
  }
  return (act, ...given) => new Promise((done, failed) => {
    if (!worker) {
      here(act, given).then(done, failed);
      return;
    }
    turn += 1;
    waiting.set(turn, [done, failed, act, given]);
    worker.postMessage([turn, base, act, ...given]);
  });
};
