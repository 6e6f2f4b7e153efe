// A question of each kind as SurveyJS's documentation has it. The library itself says whether an answer is right; what
// more there is to say is the description under the question, as in surveyjs.js.
const { right, wrong, questions } = JSON.parse(document.getElementById("quiz").textContent);
const SVG = "http://www.w3.org/2000/svg";

// An image map wants a picture with a size, and the outlines of its areas as points.
function withPicture(element, { bounds, ground, spots }) {
  const [x, y, width, height] = bounds.split(" ").map(Number);
  const outline = (path) => {
    const shape = document.createElementNS(SVG, "path");
    shape.setAttribute("d", path);
    const points = Array.from({ length: 24 }, (_, n) => shape.getPointAtLength((shape.getTotalLength() * n) / 24));
    return points.flatMap((point) => [point.x - x, point.y - y]).map(Math.round).join(",");
  };
  const line = `<path d="${ground}" fill="none" stroke="gray" stroke-width="2"/>`;
  const svg = `<svg xmlns="${SVG}" width="${width}" height="${height}" viewBox="${bounds}">${line}</svg>`;
  const areas = element.areas.map((area) => ({ ...area, coords: outline(spots[area.value]) }));
  return { ...element, areas, imageLink: `data:image/svg+xml,${encodeURIComponent(svg)}` };
}

const survey = new Survey.Model({
  showNavigationButtons: false,
  questionDescriptionLocation: "underInput",
  elements: questions.map(({ element, picture }) => (picture ? withPicture(element, picture) : element)),
});
survey.onValueChanged.add((_, { name }) => {
  const question = survey.getQuestionByName(name);
  const { said } = questions.find(({ element }) => element.name === name);
  question.description = `${question.isAnswerCorrect() ? right : wrong}. ${said}`;
});
survey.render(document.getElementById("survey"));
// The bench answers without a finger.
window.survey = survey;
