/*
 * The self-check page, in plain ES5, for it must also tell what is wrong in Office 2016. Asks only for files of its own
 * site (files.json, written by `npm run package`, names them) and for what Office says of itself.
 */
(function () {
  "use strict";
  var ROOT = "../../";
  var NEEDED_SETS = [["ExcelApi", "1.13"], ["SharedRuntime", "1.1"]];
  var ASKED_AT_ONCE = 6;
  var NAMED_AT_ONCE = 5;
  var lines = document.getElementById("lines");
  var summary = document.getElementById("summary");
  var failures = [];
  var text = [];

  function title(words) {
    var heading = document.createElement("h2");
    heading.textContent = words;
    lines.appendChild(heading);
    text.push("", words);
  }

  /* state: "good", "bad" (counts in the summary) or "note" */
  function line(state, words) {
    var mark = { good: "通过", bad: "不通过", note: "说明" }[state];
    var paragraph = document.createElement("p");
    var label = document.createElement("span");
    paragraph.className = "line";
    label.className = "mark " + state;
    label.textContent = mark;
    paragraph.appendChild(label);
    paragraph.appendChild(document.createTextNode(words));
    lines.appendChild(paragraph);
    text.push(mark + "  " + words);
    if (state === "bad") failures.push(words);
  }

  function ask(method, path, done) {
    var request = new XMLHttpRequest();
    request.open(method, ROOT + path, true);
    request.onload = function () {
      done(request);
    };
    request.onerror = function () {
      done(null);
    };
    request.send();
  }

  function checkAddress(expected) {
    title("网址和证书");
    var here = window.location;
    if (here.protocol !== "https:") line("bad", "现在是 " + here.protocol + "// 打开的。Office 只打开 https 的网址，请给网站装上证书。");
    else line("good", "用 https 打开。浏览器或 Excel 没有提示“不安全”，就说明这台电脑信任网站的证书。");
    if (expected === "") return;
    var root = document.createElement("a");
    root.href = ROOT;
    if (root.href === expected) line("good", "网址与清单里写的一致：" + expected);
    else line("bad", "现在的网址是 " + root.href + "，清单里写的是 " + expected + "。请用同一个网址，或按现在的网址重新打包。");
  }

  function checkEngine() {
    title("浏览器内核");
    if (document.documentMode) line("bad", "这是 IE 内核（Trident " + document.documentMode + "）。Excel 2016、2019 用的就是它，窗格在这里打不开，请用网页工作台或升级 Office。");
    else if (typeof Object.hasOwn !== "function" || typeof Array.prototype.findLast !== "function") line("bad", "浏览器内核太旧。请更新 WebView2 或浏览器（Chrome、Edge 97 及以上）。");
    else line("good", "内核够新。");
    line("note", navigator.userAgent);
  }

  function checkFile(file, done) {
    ask("HEAD", file.path, function (request) {
      if (request === null) line("bad", file.path + "：取不到，服务器没有回应。");
      else if (request.status !== 200) line("bad", file.path + "：服务器回答 " + request.status + (request.status === 404 ? "，文件没有放上去，或服务器不认这种扩展名。" : "。"));
      else {
        var type = (request.getResponseHeader("Content-Type") || "").toLowerCase().replace(/\s/g, "");
        var length = request.getResponseHeader("Content-Length");
        var wanted = file.type.replace(/\s/g, "");
        // The same script under its older name is as good, and so is text that does not say its signs: the pages say UTF-8.
        var given = type.replace("application/javascript", "text/javascript");
        var sameType = given === wanted || given === wanted.split(";")[0] || (wanted === "application/octet-stream" && type === "");
        if (!sameType) line("bad", file.path + "：类型是“" + (type || "没有写") + "”，应为“" + file.type + "”。请在服务器上加上这种类型。");
        // A compressed answer has another length.
        else if (length !== null && !request.getResponseHeader("Content-Encoding") && Number(length) !== file.bytes) line("bad", file.path + "：大小是 " + length + " 字节，应为 " + file.bytes + " 字节。请重新放一次文件。");
        else good += 1;
      }
      done();
    });
  }

  var good = 0;
  function checkFiles(list, done) {
    title("网站的文件");
    var waiting = list.slice();
    var open = 0;
    function next() {
      if (waiting.length === 0 && open === 0) {
        if (good > 0) line("good", good + " 个文件都取得到，类型和大小都对。");
        done();
        return;
      }
      while (open < ASKED_AT_ONCE && waiting.length > 0) {
        open += 1;
        checkFile(waiting.shift(), function () {
          open -= 1;
          next();
        });
      }
    }
    next();
  }

  function checkHeaders(done) {
    title("服务器的应答头");
    ask("GET", "taskpane.html", function (request) {
      var policy = request && request.getResponseHeader("Content-Security-Policy");
      if (request && request.getResponseHeader("X-Frame-Options")) line("bad", "服务器加了 X-Frame-Options，网页版 Excel 打不开窗格。请去掉。");
      if (!policy) line("bad", "没有 Content-Security-Policy 应答头。请按随附的 nginx 或 IIS 配置加上（页面自己也写了一份，缺了仍能用）。");
      else if (policy.indexOf("default-src 'self'") < 0) line("bad", "Content-Security-Policy 与随附的配置不同：" + policy);
      else line("good", "Content-Security-Policy 已加：只许访问本站。");
      done();
    });
  }

  function checkLibrary(done) {
    title("office.js");
    ask("GET", "office/office.js", function (request) {
      var version = request && request.status === 200 ? /FileVersion:\s*"([\d.]+)"/.exec(request.responseText) : null;
      if (!request || request.status !== 200) line("bad", "本站的 office/office.js 取不到，Excel 里的窗格打不开。");
      else if (typeof window.Office === "undefined") line("bad", "office/office.js 取到了，但没有运行起来。可能被安全软件改动或拦截。");
      else line("good", "office.js 已运行" + (version ? "，版本 " + version[1] : "") + "。");
      done();
    });
  }

  function hasSet(name, version) {
    return window.Office.context.requirements.isSetSupported(name, version);
  }

  function reportOffice() {
    var context = window.Office.context;
    var diagnostics = context.diagnostics || {};
    line("good", "在 Excel 里打开，版本 " + (diagnostics.version || "不详") + "，平台 " + (diagnostics.platform || "不详") + "，界面语言 " + context.displayLanguage + "。");
    for (var index = 0; index < NEEDED_SETS.length; index += 1) {
      var name = NEEDED_SETS[index][0];
      var version = NEEDED_SETS[index][1];
      if (hasSet(name, version)) line("good", "有 " + name + " " + version + "。");
      else line("bad", "缺 " + name + " " + version + "：这个版本的 Excel 太旧，请用网页工作台，或升级到 Office LTSC 2021 及以上。");
    }
    var highest = "";
    for (var minor = 1; minor <= 20; minor += 1) if (hasSet("ExcelApi", "1." + minor)) highest = "1." + minor;
    line("note", "ExcelApi 最高 " + (highest || "没有") + "。");
  }

  function checkOffice(done) {
    title("Excel");
    var isDone = false;
    function finish(report) {
      if (isDone) return;
      isDone = true;
      report();
      done();
    }
    function outside() {
      // Outside Office its library would, after three seconds, open a frame of Microsoft's for telemetry; the policy refuses it.
      var endpoint = window.OSF && window.OSF.Logger && window.OSF.Logger.ulsEndpoint;
      if (endpoint) endpoint.loadProxyFrame = function () {};
      line("note", "现在是在浏览器里打开的，Excel 的版本没有查。要查，请用 manifest-self-check.xml 在 Excel 里打开这一页。");
    }
    if (typeof window.Office === "undefined") {
      finish(outside);
      return;
    }
    window.Office.onReady(function (info) {
      finish(info && info.host === "Excel" ? reportOffice : outside);
    });
    window.setTimeout(function () {
      finish(function () {
        line("bad", "office.js 10 秒内没有就绪。");
      });
    }, 10000);
  }

  function conclude() {
    var words = failures.length === 0 ? "全部通过。" : "有 " + failures.length + " 项不通过：" + failures.slice(0, NAMED_AT_ONCE).join(" ");
    if (failures.length > NAMED_AT_ONCE) words += " 其余 " + (failures.length - NAMED_AT_ONCE) + " 项见下面标着“不通过”的各行。";
    summary.textContent = words;
    summary.className = failures.length === 0 ? "summary summary-good" : "summary summary-bad";
    summary.setAttribute("data-failures", String(failures.length));
    text.unshift("台账校核自检：" + words);
    document.getElementById("copy").disabled = false;
  }

  document.getElementById("copy").onclick = function () {
    var area = document.getElementById("text");
    area.hidden = false;
    area.value = text.join("\r\n");
    area.focus();
    area.select();
    document.getElementById("copied").textContent = document.execCommand("copy") ? "已复制。" : "请按 Ctrl+C 复制。";
  };

  function checkAll(list) {
    checkAddress(list ? list.href : "");
    checkEngine();
    function rest() {
      checkHeaders(function () {
        checkLibrary(function () {
          checkOffice(conclude);
        });
      });
    }
    if (list) checkFiles(list.files, rest);
    else {
      title("网站的文件");
      line("bad", "取不到 files.json，不知道该有哪些文件。它在发布包的 site 文件夹里，请看是不是放全了。");
      rest();
    }
  }

  summary.textContent = "正在检查，请稍候。";
  ask("GET", "files.json", function (request) {
    var list = null;
    try {
      if (request && request.status === 200) list = JSON.parse(request.responseText);
    } catch (error) {
      // A server that answers every address with some page of its own: as good as no list.
      list = null;
    }
    checkAll(list);
  });
})();
