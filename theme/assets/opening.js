// Whether a station is open, from weeks worked out when the site was built. All times are those of Asia/Shanghai,
// which is eight hours ahead of UTC all year.
const DAY = 1440;
const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

const clock = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

// The day's number in the calendar, its weekday (0 is Monday), and the minute.
export const moment = (calendar, now) => {
  const here = new Date(now + 8 * 3600e3);
  return {
    day: Math.floor((here.getTime() - Date.parse(calendar.first)) / 864e5),
    minute: here.getUTCHours() * 60 + here.getUTCMinutes(),
  };
};

const weekday = (calendar, day) => (new Date(Date.parse(calendar.first) + day * 864e5).getUTCDay() + 6) % 7;

// The minutes of a day: [start, end, …]; null when only a call can tell, also outside the calendar.
const minutes = (weeks, calendar, day) => {
  if (!weeks || day < 0 || day >= calendar.days) return null;
  if (day in weeks.special) return weeks.special[day];
  const period = weeks.periods.find((each) => day >= each[0] && day <= each[1]);
  return period ? period[2][weekday(calendar, day)] : null;
};

const spans = (list) => {
  const words = [];
  for (let n = 0; n < list.length; n += 2) {
    words.push(list[n] === 0 && list[n + 1] === DAY ? "全天" : `${clock(list[n])}—${clock(list[n + 1])}`);
  }
  return words.join("、");
};

const next = (weeks, calendar, at) => {
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const list = minutes(weeks, calendar, at.day + ahead);
    if (!list) return "";
    for (let n = 0; n < list.length; n += 2) {
      if (ahead || list[n] > at.minute) {
        const day = ["今天", "明天"][ahead] || WEEKDAYS[weekday(calendar, at.day + ahead)];
        return `${day} ${clock(list[n])} 开放`;
      }
    }
  }
  return "";
};

// {open: true, false or null, today: the day's hours in words, now: the state in words}
export const state = (weeks, calendar, now) => {
  const at = moment(calendar, now);
  const list = minutes(weeks, calendar, at.day);
  const named = calendar.named[at.day];
  const because = named ? `今天是${named[0]}${named[1] === "holiday" ? "假期" : "调休上班日"}，` : "";
  if (!list) return { open: null, today: because, now: "今天是否开放请先电话确认" };
  const today = `${because}今天${list.length ? ` ${spans(list)} 开放` : "不开放"}`;
  for (let n = 0; n < list.length; n += 2) {
    if (at.minute >= list[n] && at.minute < list[n + 1]) {
      let end = list[n + 1];
      if (end === DAY) {
        const after = minutes(weeks, calendar, at.day + 1);
        if (after && after[0] === 0) end += after[1];
      }
      const until = end === 2 * DAY ? "" : `，到${end > DAY ? `次日 ${clock(end - DAY)}` : ` ${clock(end)}`}`;
      return { open: true, today, now: `现在开放${until}` };
    }
  }
  const later = next(weeks, calendar, at);
  return { open: false, today, now: `现在没有开放${later ? `，${later}` : ""}` };
};
