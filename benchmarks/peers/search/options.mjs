// MiniSearch with the words that the browser itself finds in Chinese; the same when indexing and when asking.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const words = (text) => [...segmenter.segment(text)].filter((each) => each.isWordLike).map((each) => each.segment);

export const options = () => ({
  fields: ["title", "summary", "text"],
  storeFields: ["title", "summary"],
  tokenize: words,
  searchOptions: { combineWith: "AND", tokenize: words },
});
