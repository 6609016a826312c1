// The same pages at the same addresses as Zoujin's, lists of 30 included.
const PAGE_SIZE = 30;

export default function (config) {
  config.addFilter("day", (date) => new Date(date.getTime() + 8 * 3600e3).toISOString().slice(0, 10));
  config.addFilter("minute", (date) => new Date(date.getTime() + 8 * 3600e3).toISOString().slice(0, 16).replace("T", " "));
  config.addFilter("json", (value) => JSON.stringify(value));

  const stories = (api) => api.getFilteredByTag("story").sort((one, other) => other.date - one.date);

  config.addCollection("stories", stories);
  config.addCollection("byId", (api) =>
    Object.fromEntries(api.getFilteredByTag("story").map((item) => [item.url.replace(/\/$/, ""), item])));
  config.addCollection("byTerm", (api) => {
    const found = {};
    for (const item of stories(api)) {
      for (const field of ["people", "stations", "campaigns"]) {
        for (const term of item.data[field] ?? []) (found[`${field}/${term}`] ??= []).push(item);
      }
    }
    return found;
  });
  config.addCollection("lists", (api) => {
    const all = stories(api);
    const lists = new Map([["stories/", { title: "志愿故事", items: all }]]);
    const put = (base, title, item) => {
      if (!lists.has(base)) lists.set(base, { title, items: [] });
      lists.get(base).items.push(item);
    };
    for (const item of all) {
      const names = item.data.names;
      for (const id of item.data.categories) put(`categories/${id}/`, names.categories[id], item);
      for (const id of item.data.districts) put(`districts/${id}/`, names.districts[id], item);
      for (const id of item.data.months) put(`months/${id}/`, id, item);
    }
    const pages = [];
    for (const [base, { title, items }] of lists) {
      const count = Math.ceil(items.length / PAGE_SIZE);
      const address = (number) => (number === 1 ? `/${base}` : `/${base}page/${number}/`);
      for (let number = 1; number <= count; number++) {
        pages.push({
          title, number, count, total: items.length, address: address(number),
          items: items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
          previous: number > 1 ? address(number - 1) : "",
          next: number < count ? address(number + 1) : "",
        });
      }
    }
    return pages;
  });

  return {
    dir: { input: "content", includes: "../layouts", data: "../data", output: "site" },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}
