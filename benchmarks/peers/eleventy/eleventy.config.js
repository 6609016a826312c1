// The same pages at the same addresses as Zoujin's, lists of 30 included.
const PAGE_SIZE = 30;
const STATIONS_ON_A_PAGE = 200; // up to so many stand on the directory's one page
const monthName = (id) => `${id.slice(0, 4)}年${id.length > 4 ? `${Number(id.slice(5))}月` : ""}的故事`;

export default function (config) {
  config.addFilter("day", (date) => new Date(date.getTime() + 8 * 3600e3).toISOString().slice(0, 10));
  config.addFilter("minute", (date) => new Date(date.getTime() + 8 * 3600e3).toISOString().slice(0, 16).replace("T", " "));
  config.addFilter("json", (value) => JSON.stringify(value));

  config.addFilter("graph", (title, page, into, byline, lede, categories, names, site) => {
    const root = "https://bench.example";
    const steps = [["首页", "/"]];
    const graph = [];
    if (into) {
      const section = names.categories[categories[0]];
      steps.push(["志愿故事", "/stories/"], [section, `/categories/${categories[0]}/`]);
      graph.push({
        "@type": "NewsArticle", headline: title, description: lede, url: root + page.url,
        mainEntityOfPage: root + page.url, inLanguage: "zh-CN", datePublished: page.date, dateModified: page.date,
        author: [{ "@type": "Person", name: byline }],
        publisher: { "@type": "Organization", name: site.title, url: `${root}/` }, articleSection: [section],
      });
    }
    steps.push([title]);
    const items = steps.map(([name, url], at) =>
      ({ "@type": "ListItem", position: at + 1, name, ...(url ? { item: root + url } : {}) }));
    graph.push({ "@type": "BreadcrumbList", itemListElement: items });
    return { "@context": "https://schema.org", "@graph": graph };
  });

  const stories = (api) => api.getFilteredByTag("story").sort((one, other) => other.date - one.date);

  config.addCollection("stories", stories);
  config.addCollection("byId", (api) =>
    Object.fromEntries(api.getAll().filter((item) => item.url).map((item) => [item.url.replace(/\/$/, ""), item])));
  config.addCollection("byTerm", (api) => {
    const found = {};
    for (const item of stories(api)) {
      for (const field of ["people", "posts", "themes"]) {
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
      put(`into/${item.data.into}/`, names.into[item.data.into], item);
      put(`organisations/${item.data.organisation}/`, names.organisations[item.data.organisation], item);
      for (const id of item.data.months) put(`archive/${id.replace("-", "/")}/`, monthName(id), item);
    }
    const pages = [];
    const people = api.getFilteredByTag("profiles");
    lists.set("profiles/", { title: "志愿人物", items: people });
    for (const [base, { title, items }] of lists) {
      const count = Math.ceil(items.length / PAGE_SIZE);
      const address = (number) => (number === 1 ? `/${base}` : `/${base}page/${number}/`);
      for (let number = 1; number <= count; number++) {
        pages.push({
          title, number, count, total: items.length, address: address(number),
          items: items.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE),
          near: Array.from({ length: count }, (_, at) => at + 1)
            .filter((at) => at === 1 || at === count || Math.abs(at - number) <= 2)
            .map((at) => ({ number: at, address: address(at) })),
          previous: number > 1 ? address(number - 1) : "",
          next: number < count ? address(number + 1) : "",
        });
      }
    }
    return pages;
  });
  config.addCollection("months", (api) => {
    const counts = new Map();
    for (const item of stories(api)) counts.set(item.data.months[0], (counts.get(item.data.months[0]) ?? 0) + 1);
    return [...counts].map(([id, count]) => ({ address: `/archive/${id.replace("-", "/")}/`, name: monthName(id), count }));
  });
  config.addCollection("byDistrict", (api) =>
    api.getFilteredByTag("stations").reduce((groups, item) => {
      (groups[item.data.district] ??= []).push(item);
      return groups;
    }, {}));

  config.addCollection("stationPages", (api) => {
    const stations = api.getFilteredByTag("stations");
    if (stations.length <= STATIONS_ON_A_PAGE) return [];
    const pages = [];
    for (const id of new Set(stations.map((item) => item.data.district))) {
      const here = stations.filter((item) => item.data.district === id);
      for (let start = 0; start < here.length; start += STATIONS_ON_A_PAGE) {
        const more = start ? `page/${start / STATIONS_ON_A_PAGE + 1}/` : "";
        pages.push({ id, address: `/districts/${id}/stations/${more}`, items: here.slice(start, start + STATIONS_ON_A_PAGE) });
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
