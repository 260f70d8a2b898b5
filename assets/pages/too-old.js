/* Plain ES5. Says which address to copy, and what this Office lacks where the pane has told it ("?missing=ExcelApi 1.13"). */
(function () {
  var link = document.getElementById("workbench");
  link.textContent = link.href;
  var missing = /[?&]missing=([^&]*)/.exec(window.location.search);
  if (missing) document.getElementById("missing").textContent = "缺 " + decodeURIComponent(missing[1]) + "。";
  // Office waits for a pane to report; without this it says after a while that the add-in does not answer.
  if (!window.Office) return;
  window.Office.initialize = function () {};
  window.Office.onReady(function () {
    // Outside Office, and in the oldest one, its library would open a frame of Microsoft's for telemetry; the policy refuses it.
    var endpoint = window.OSF && window.OSF.Logger && window.OSF.Logger.ulsEndpoint;
    if (endpoint) endpoint.loadProxyFrame = function () {};
  });
})();
