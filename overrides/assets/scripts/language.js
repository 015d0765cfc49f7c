// The link to the other language takes along where the reader stands: fragment, view, cited wording, words looked for;
// without a fragment, the paragraph on screen. Without this script it is a plain link to the same page.
(function () {
  "use strict";

  const KEPT = ["view", "v", "h"];
  const PLACES = ".row, .entry, .md-content :is(h2, h3, h4)";

  /** The header's lower edge: what is above it is not on screen. */
  function edge() {
    const header = document.querySelector(".md-header");
    return header ? header.getBoundingClientRect().bottom : 0;
  }

  /** Id of the first place that is on screen, or nothing at the top of the page. */
  function here() {
    const top = edge();
    if (window.scrollY < top) return "";
    for (const place of document.querySelectorAll(PLACES)) {
      const box = place.getBoundingClientRect();
      if (box.height && box.bottom > top + 8) {
        if (box.top > window.innerHeight) return "";
        const named = place.id ? place : place.querySelector(":scope > [id]:not([popover])");
        if (named) return named.id;
      }
    }
    return "";
  }

  /** Whether what the fragment names is still on screen: who has read on goes on from there. */
  function stands(id) {
    const place = id && document.getElementById(id);
    if (!place) return false;
    const box = place.getBoundingClientRect();
    return box.bottom > edge() && box.top < window.innerHeight;
  }

  function aim(link) {
    link.dataset.plain = link.dataset.plain || link.getAttribute("href");
    const asked = new URLSearchParams(location.search);
    const kept = new URLSearchParams();
    for (const name of KEPT) if (asked.has(name)) kept.set(name, asked.get(name));
    const named = decodeURIComponent(location.hash.slice(1));
    const place = stands(named) || !here() ? named : here();
    const query = String(kept);
    link.setAttribute("href", link.dataset.plain + (query && "?" + query) + (place && "#" + encodeURIComponent(place)));
  }

  for (const link of document.querySelectorAll("a.matn-language")) {
    for (const moment of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(moment, () => aim(link));
  }
})();
