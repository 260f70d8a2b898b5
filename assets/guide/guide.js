/* Shows a picture where one has been made (`npm run pictures` writes pictures/<name>.png); a place without one stays hidden. */
(function () {
  var places = document.querySelectorAll("figure[data-picture]");
  Array.prototype.forEach.call(places, function (figure) {
    var image = new Image();
    image.onload = function () {
      image.alt = figure.querySelector("figcaption").textContent;
      figure.insertBefore(image, figure.firstChild);
      figure.hidden = false;
    };
    image.src = "pictures/" + figure.getAttribute("data-picture") + ".png";
  });
})();
