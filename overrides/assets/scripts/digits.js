// Numbers that the interface prints in Arabic (paragraph numbers, counts, dates, percentages), in the digits that the
// reader likes: 0123456789 or ٠١٢٣٤٥٦٧٨٩. Texts, quotations, hashes and addresses keep theirs. Whoever adds a number to a
// page marks it with the class `digits`, or uses one of the elements below.
(function () {
  "use strict";

  const SHOWN = ".digits, time, .num, .call, .calls, .back, .refs, .size, .kicker, .counts td, .account td, .count, .tally," +
    " .apparatus-title, .twins, .compared .each, .figures dd, .plot text, .doors .size, .index summary," +
    " .index h2[id^='y'], .md-nav__link[href^='#y']";
  // What is never touched, even inside those: what others wrote, and what is compared letter by letter.
  const KEPT = ".hash, .url, .lemma, .received, .was-text, cite, q, blockquote, code, pre, [data-digits-kept]";
  const KEY = "digits";
  const STORE = () => (typeof __md_scope === "undefined" ? "" : __md_scope.pathname) + "." + KEY;
  const EASTERN = "٠١٢٣٤٥٦٧٨٩";
  const group = document.querySelector(".matn-digits");
  if (!group) return; // an interface in another language has its own digits

  function wanted() {
    try { return JSON.parse(localStorage.getItem(STORE())) === "eastern" ? "eastern" : "western"; } catch (error) { return "western"; }
  }

  function keep(kind) {
    try { localStorage.setItem(STORE(), JSON.stringify(kind)); } catch (error) { /* a browser that keeps nothing */ }
  }

  /** Digits, and the signs that go with them: ١٬٢٣٤ and ٣٢٫٦٪. */
  function eastern(text) {
    return text
      .replace(/(\d),(?=\d{3}(?!\d))/g, "$1٬")
      .replace(/(\d)\.(?=\d)/g, "$1٫")
      .replace(/(\d)\s?%/g, "$1٪")
      .replace(/\d/g, digit => EASTERN[digit]);
  }

  const turned = new WeakMap(); // text or attribute: what it said before

  function turn(root, kind) {
    const places = root.matches && root.matches(SHOWN) ? [root] : [];
    for (const place of [...places, ...root.querySelectorAll(SHOWN)]) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) show(node, kind);
      for (const named of [place, ...place.querySelectorAll("[aria-label]")]) {
        const label = named.getAttributeNode("aria-label");
        if (label) show(label, kind); // what is read aloud has what is seen in it
      }
    }
  }

  /** Turn a text or an attribute, or turn it back. */
  function show(node, kind) {
    if (kind === "western") {
      if (turned.has(node)) node.nodeValue = turned.get(node);
      turned.delete(node);
      return;
    }
    const holder = node.ownerElement || node.parentElement;
    if (turned.has(node) || !/\d/.test(node.nodeValue) || holder.closest(KEPT)) return;
    const tongue = holder.closest("[lang]");
    if (!tongue || !tongue.lang.startsWith("ar")) return;
    turned.set(node, node.nodeValue);
    node.nodeValue = eastern(node.nodeValue);
  }

  function choose(kind) {
    turn(document.body, kind);
    for (const button of group.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.digits === kind));
    }
  }

  group.hidden = false;
  group.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    keep(button.dataset.digits);
    choose(button.dataset.digits);
  });
  if (wanted() === "eastern") choose("eastern");

  // What other scripts put onto the page later: results of a search, the list of a change.
  new MutationObserver(changes => {
    if (wanted() !== "eastern") return;
    for (const change of changes) for (const node of change.addedNodes) if (node.nodeType === 1) turn(node, "eastern");
  }).observe(document.body, { childList: true, subtree: true });
})();
