// Draws the plots, and looks again where something is under way. Everything else on the pages is plain HTML.
"use strict";

for (const data of document.querySelectorAll("script[data-plot]")) {
  const place = document.getElementById(data.dataset.plot);
  if (typeof vegaEmbed === "undefined") {
    place.textContent = "The plot cannot be drawn; the numbers stand in the table.";
    continue;
  }
  const spec = JSON.parse(data.textContent);
  const legend = spec.encoding.color?.legend;
  if (place.clientWidth < 560) {
    if (legend) legend.columns = 2;
    if (spec.encoding.y.axis) spec.encoding.y.axis.labelLimit = 120;
  }
  place.replaceChildren();
  vegaEmbed(place, spec, {
    actions: false,
    ast: true, // expressions are interpreted: the policy of the pages forbids to compile them
    defaultStyle: false,
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
  }).catch((error) => {
    place.textContent = `The plot cannot be drawn (${error.message}); the numbers stand in the table.`;
  });
}

const lookAgain = () => {
  const place = document.querySelector("[data-poll]");
  if (!place) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(place.id);
      if (fresh && fresh.innerHTML !== place.innerHTML) {
        place.replaceChildren(...fresh.childNodes);
        if (!("poll" in fresh.dataset)) delete place.dataset.poll;
      }
    } catch {
      // the server is away for the moment
    }
    lookAgain();
  }, 1000 * Number(place.dataset.poll));
};
lookAgain();
