(function () {
  "use strict";
  var form = document.getElementById("filters");
  var items = Array.prototype.slice.call(document.querySelectorAll("[data-severity]"));
  var count = document.getElementById("shown");
  if (form) {
    var apply = function () {
      var area = form.elements.area.value;
      var wanted = Array.prototype.filter.call(form.elements.severity, function (box) { return box.checked; }).map(function (box) { return box.value; });
      var shown = 0;
      items.forEach(function (item) {
        var visible = (!area || item.dataset.area === area) && wanted.indexOf(item.dataset.severity) >= 0;
        item.hidden = !visible;
        shown += visible ? 1 : 0;
      });
      count.textContent = shown === items.length ? "All " + items.length + " shown" : shown + " of " + items.length + " shown";
    };
    form.hidden = false;
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(apply, 0); });
    apply();
  }
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(document.querySelectorAll("details"), function (part) { return !part.open; });
    closed.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (part) { part.open = false; }); });
})();
