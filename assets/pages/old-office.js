/*
 * First script of the pane, in plain ES5: Office 2016 and 2019 open the pane in Trident, the engine of Internet Explorer,
 * where nothing else of ours runs. Also leaves a browser engine older than what the product is built for (Chrome 97,
 * Edge 97, Safari 15.4, Firefox 104). Evaluating new syntax as a probe is forbidden by our Content-Security-Policy, so
 * that functions of the same age stand for it.
 */
(function () {
  var isOld = !!document.documentMode || typeof Object.hasOwn !== "function" || typeof Array.prototype.findLast !== "function";
  if (isOld) window.location.replace("assets/pages/too-old.html");
})();
