// Narrows the station directory. The choice stands in the address; the reader's position stays in this page.
import { choice, offer, readAddress, writeAddress } from "./filter.js";
import { state } from "./opening.js";

const form = document.getElementById("filter");
const found = document.getElementById("found");
const list = found.querySelector("ul");
const whole = document.getElementById("stations");
const count = document.getElementById("count");
const more = document.getElementById("more");
const clear = document.getElementById("clear");
const near = document.getElementById("near");
const row = document.getElementById("row").content;
const fields = ["q", "district", "street", "service", "kind", "area", "open"];
const AT_ONCE = 20;

let data = null;
let loading = null;
let here = null;
let fits = [];
let shown = 0;

const plain = (text) => text.normalize("NFKC").toLowerCase();

const read = (raw) => {
  const { districts, streets, kinds, services } = raw;
  const name = (names, at) => (names[at] ? names[at][1] : "");
  raw.stations = raw.stations.map(
    ([id, title, address, phone, district, street, kind, rural, offers, hours, status, lon, lat, letters]) => {
      const offered = offers.map((at) => services[at][1]);
      const where = [name(districts, district), name(streets, street)];
      return {
        id, title, address, phone, hours, status, lon, lat, offered,
        where: where.filter(Boolean).join(" "),
        sort: name(kinds, kind),
        district: districts[district][0],
        street: streets[street][0],
        kind: kinds[kind][0],
        area: rural ? "rural" : "urban",
        service: offers.map((at) => services[at][0]),
        words: plain([title, address, ...where, name(kinds, kind), ...offered].join("\n")),
        letters: `${letters} ${streets[street][2]}`,
      };
    },
  );
  return raw;
};

const load = () => {
  loading = loading || fetch(form.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((raw) => {
      data = read(raw);
    })
    .catch(() => {
      loading = null;
      count.textContent = "筛选要用的数据没有取到。请检查网络，再试一次；下面是全部站点。";
    });
  return loading;
};

// Kilometres between two places in degrees.
const distance = (lon, lat) => {
  const rad = Math.PI / 180;
  const a = Math.sin(((lat - here.lat) * rad) / 2) ** 2
    + Math.cos(lat * rad) * Math.cos(here.lat * rad) * Math.sin(((lon - here.lon) * rad) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(a)));
};

const far = (km) => (km < 1 ? `约 ${Math.max(10, Math.round(km * 100) * 10)} 米` : `约 ${km < 100 ? km.toFixed(1) : Math.round(km)} 公里`);

const wanted = () => choice(form, fields);

const states = () => {
  const now = Date.now();
  const known = [];
  return (station) => {
    if (station.hours < 0 || station.status) return null;
    known[station.hours] = known[station.hours] || state(data.hours[station.hours].weeks, data.calendar, now);
    return known[station.hours];
  };
};

const select = (want, stateOf) => {
  const words = plain(want.q || "").split(/\s+/).filter(Boolean);
  const narrow = ["district", "street", "kind", "area"].filter((name) => want[name]);
  return data.stations.filter((station) => {
    for (const name of narrow) if (station[name] !== want[name]) return false;
    if (want.service && !station.service.includes(want.service)) return false;
    for (const word of words) if (!station.words.includes(word) && !station.letters.includes(word)) return false;
    if (!want.open) return true;
    const now = stateOf(station);
    return Boolean(now && now.open);
  });
};

const put = (place, part, text) => {
  const node = place.querySelector(`[data-part="${part}"]`);
  if (text) node.textContent = text;
  else node.remove();
};

const draw = (station, stateOf) => {
  const item = document.importNode(row, true);
  const link = item.querySelector("h3 a");
  link.href = `${encodeURIComponent(station.id)}/`;
  link.textContent = station.title;
  put(item, "address", station.address);
  put(item, "kind", [station.where, station.sort].filter(Boolean).join(" · "));
  put(item, "services", station.offered.join("、"));
  const hours = item.querySelector(".station__hours");
  const line = (text, css) => {
    const span = document.createElement("span");
    span.className = css;
    span.textContent = text;
    hours.append(span);
  };
  if (station.km !== undefined) line(station.km === null ? "没有登记位置" : far(station.km), "far");
  const now = stateOf(station);
  if (station.status) line(["", "暂停服务", "已撤销"][station.status], "is-shut");
  else if (now) line(now.now, now.open ? "is-open" : "is-shut");
  if (station.hours >= 0) line(data.hours[station.hours].words.join("；"), "words");
  if (!station.status) line(station.phone ? "请先电话确认" : "没有登记电话，以现场为准", "ask");
  const phone = item.querySelector('[data-part="phone"]');
  if (station.phone) {
    const [main, extension] = station.phone.split("转");
    const digits = main.replace(/[^0-9+]/g, "");
    phone.href = `tel:${digits}${extension ? `,${extension.replace(/[^0-9]/g, "")}` : ""}`;
    phone.children[1].textContent = station.phone;
    phone.children[2].textContent = `，打电话给${station.title}`;
  } else phone.remove();
  const map = item.querySelector('[data-part="map"]');
  if (station.lon !== null) {
    map.href = `https://uri.amap.com/marker?position=${station.lon},${station.lat}&name=${encodeURIComponent(station.title)}&coordinate=wgs84&callnative=1`;
    map.lastElementChild.textContent = `，高德地图里的${station.title}`;
  } else map.remove();
  return item;
};

const grow = (stateOf) => {
  const part = document.createDocumentFragment();
  for (const station of fits.slice(shown, shown + AT_ONCE)) part.append(draw(station, stateOf));
  const first = part.querySelector("a");
  shown = Math.min(fits.length, shown + AT_ONCE);
  list.append(part);
  more.hidden = shown >= fits.length;
  return first;
};

const streets = (chosen) => {
  const at = data.districts.findIndex((each) => each[0] === form.elements.district.value);
  offer(form.elements.street, data.streets.filter((each) => each[1] && (at < 0 || each[3] === at)), chosen);
};

const narrow = () => {
  const want = wanted();
  const chosen = Object.keys(want).length > 0;
  writeAddress(want);
  clear.hidden = !chosen && !here;
  found.hidden = !chosen && !here;
  whole.hidden = chosen || Boolean(here);
  if (found.hidden) {
    count.textContent = "";
    return;
  }
  const stateOf = states();
  fits = select(want, stateOf);
  if (here) {
    for (const station of fits) station.km = station.lon === null ? null : distance(station.lon, station.lat);
    fits.sort((a, b) => (a.km === null) - (b.km === null) || a.km - b.km);
  }
  shown = 0;
  list.textContent = "";
  grow(stateOf);
  const order = here ? "，由近到远" : "";
  const doubt = want.open && data.stations.some((each) => each.hours >= 0 && !each.status && stateOf(each).open === null);
  count.textContent = fits.length
    ? `找到 ${fits.length} 个站点${order}。${doubt ? "有的站点今天是否开放不能确定，没有列入。" : ""}`
    : "没有符合条件的站点。换一个词，或把条件放宽一些。";
};

const update = () => load().then(() => data && narrow());

const ask = () => {
  if (here) {
    here = null;
    near.setAttribute("aria-pressed", "false");
    for (const station of data.stations) delete station.km;
    update();
    return;
  }
  if (!navigator.geolocation) {
    count.textContent = "这个浏览器不提供位置。可以按区县、街道找。";
    return;
  }
  count.textContent = "正在取得位置……";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      here = { lon: coords.longitude, lat: coords.latitude };
      near.setAttribute("aria-pressed", "true");
      update();
    },
    ({ code }) => {
      count.textContent = code === 1 ? "没有得到位置许可。可以按区县、街道找。" : "没有取到位置，请稍后再试，或按区县、街道找。";
    },
    { maximumAge: 60e3, timeout: 15e3 },
  );
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("focusin", load);
form.addEventListener("input", ({ target }) => {
  load().then(() => {
    if (!data) return;
    if (target.name === "district") streets();
    narrow();
  });
});
near.addEventListener("click", ask);
clear.addEventListener("click", () => {
  form.reset();
  here = null;
  near.setAttribute("aria-pressed", "false");
  for (const station of data.stations) delete station.km;
  streets();
  narrow();
  form.elements.q.focus();
});
more.addEventListener("click", () => {
  const first = grow(states());
  if (first) first.focus();
});

const asked = readAddress(form, fields);
// On a wide page there is room for all choices; on a phone they unfold.
document.getElementById("finer").open = matchMedia("(min-width: 600px)").matches
  || ["street", "service", "kind", "area"].some((name) => asked.get(name));

const start = () => load().then(() => {
  if (!data) return;
  streets(asked.get("street"));
  if (Object.keys(wanted()).length) narrow();
});
if (Object.keys(wanted()).length || asked.get("street")) start();
else if (!(navigator.connection && navigator.connection.saveData)) setTimeout(start, 300);
else form.addEventListener("focusin", start, { once: true });
