// What the pages do beyond plain HTML; all of them can be read without it.
(() => {
  "use strict";

  const long = new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "short"});

  /** Shows times in the reader's own zone; the server writes them in UTC. */
  function localTimes(root) {
    for (const time of root.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.textContent = long.format(at);
        time.title = time.dateTime;
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => localTimes(document));
  document.addEventListener("htmx:afterSwap", event => localTimes(event.target));
})();
