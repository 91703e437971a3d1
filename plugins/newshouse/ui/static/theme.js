// Takes light or dark from Airflow where the page is shown inside it, before anything is drawn; else the system's choice holds.
"use strict";
document.documentElement.dataset.scripts = "on"; // hides what is said where there are none
(() => {
  const follow = () => {
    try {
      const theirs = window.parent !== window && window.parent.document.documentElement.className;
      const chosen = theirs ? /(^|\s)(light|dark)(\s|$)/.exec(theirs) : null;
      if (chosen) document.documentElement.dataset.theme = chosen[2];
    } catch {
      // shown inside a page of another origin, which may not be asked
    }
  };
  follow();
  if (window.parent !== window) {
    try {
      new MutationObserver(follow).observe(window.parent.document.documentElement, { attributes: true, attributeFilter: ["class"] });
    } catch {
      // as above
    }
  }
})();
