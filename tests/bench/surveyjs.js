// The quiz as SurveyJS's documentation has it: a model made from JSON, drawn into an element. Feedback is the
// description under the question, the cheapest place the library offers for it.
const { right, wrong, questions } = JSON.parse(document.getElementById("quiz").textContent);
const survey = new Survey.Model({
  showNavigationButtons: false,
  questionDescriptionLocation: "underInput",
  elements: questions.map((question) => ({
    type: "radiogroup",
    name: question.id,
    title: question.prompt,
    choices: question.options.map((option) => ({ value: option.id, text: option.text })),
  })),
});
survey.onValueChanged.add((_, { name, value }) => {
  const question = questions.find((one) => one.id === name);
  const option = question.options.find((one) => one.id === value);
  const verdict = option.right ? right : wrong;
  survey.getQuestionByName(name).description = `${verdict}. ${option.because} ${question.explanation}`;
});
survey.render(document.getElementById("survey"));
