import { addDays, dayOfInstant, dayOfMonth, monthOf, type PlainDate, yearOf } from "../../src/kernel/plain-date.ts";
import { type Browser, openBrowser, signInAs } from "../support/browserless.ts";
import type { TestHouse } from "../support/house.ts";
import { type Staff, staffOf } from "../support/office.ts";
import { fileResidence, fileStay, signedInOfficer } from "../support/office-stage.ts";
import { act, formWith } from "../support/portal.ts";

/** A ward on an ordinary day: dossiers in each state, people waiting, a session to which one may book. */

/** Whose pages, and which; the name goes into the name of the picture. */
export type Album = { readonly who: string; readonly browser: Browser; readonly paths: readonly string[] };

const WARD = "/quay/ca-26740";

const dateBoxes = (name: string, day: PlainDate) => ({
  [`${name}.day`]: String(dayOfMonth(day)),
  [`${name}.month`]: String(monthOf(day)),
  [`${name}.year`]: String(yearOf(day)),
});

async function dossiersOf(house: TestHouse, staff: Staff): Promise<Readonly<Record<string, string>>> {
  const [filed, accepted, waiting, proposed, returned] = [
    await fileResidence(house),
    await fileResidence(house),
    await fileResidence(house),
    await fileResidence(house),
    await fileResidence(house),
  ];
  for (const code of [accepted, waiting, proposed, returned]) await act(staff.desk, code, "accepted");
  await act(staff.desk, waiting, "supplement-requested", {
    "items.0.what": "Bản chụp rõ hơn của hợp đồng thuê",
    "items.0.basis": "Điều 28 Luật Cư trú",
    "items.0.how": "Chụp lại trang có chữ ký",
  });
  const page = await staff.lead.get(`/office/ho-so/${proposed}`);
  const examiner = /<option value="([0-9a-f-]{36})"[^>]*>(?!Bản thân)/.exec(page.html)?.[1] ?? "";
  for (const code of [proposed, returned]) {
    await act(staff.lead, code, "assigned", { to: examiner });
    await act(staff.examiner, code, "proposed", { outcome: "grant", ground: "", reason: "Đủ điều kiện" });
  }
  const stay = await fileStay(house);
  return { filed, accepted, waiting, proposed, stay };
}

/** One number called, one waiting, and a visiting session on another day with one booking. */
async function waitingRoom(house: TestHouse, desk: Browser, minh: Browser) {
  const kiosk = openBrowser(house.url);
  await kiosk.get("/kiosk");
  const draw = async () => {
    const page = await kiosk.get(WARD);
    return page.submit({ form: formWith(page, "sinh"), fields: { viec: "residence", sinh: "1950" } });
  };
  const counters = await desk.get("/office/hang-cho");
  const [open] = counters.forms.flatMap(({ buttons }) => buttons).filter(([name]) => name === "quay");
  await counters.submit({ form: "/hang-cho/mo", ...(open ? { button: open } : {}) });
  await draw();
  const ticket = await draw();
  await (await desk.get("/office/hang-cho")).submit({ form: "/hang-cho/goi" });
  const plan = await desk.get("/office/lich-hen");
  const session = await plan.submit({
    form: formWith(plan, "suc-chua"),
    fields: {
      loai: "mobile",
      ...dateBoxes("ngay", addDays(dayOfInstant(house.deps.clock.now()), 4)),
      "dia-diem": "Nhà văn hóa khu phố 3, phường Sài Gòn",
      "thu-tuc": "temporary-residence",
    },
  });
  const id = session.url.pathname.split("/").at(-1) ?? "";
  const slot = await minh.get(`/dat-lich/ca-26740/${id}/480`);
  const booked = await slot.submit({ form: formWith(slot, "dien-thoai"), fields: { "dien-thoai": "0912345678" } });
  return { kiosk, ticket: ticket.url.pathname, session: id, booked: booked.url.pathname };
}

const menuOf = async (officer: Browser): Promise<readonly string[]> =>
  [...(await officer.get("/office")).html.matchAll(/class="mc-menu__link" href="([^"]+)"/g)].map(([, at = ""]) => at);

/** Fills the house and answers every page worth a look. */
export async function albumsOf(house: TestHouse): Promise<readonly Album[]> {
  const staff = await staffOf(house.url, "sai-gon");
  const minh = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const dossiers = await dossiersOf(house, staff);
  const room = await waitingRoom(house, staff.desk, minh);
  const start = await minh.get("/thu-tuc/temporary-residence/bat-dau");
  const draft = await start.submit({ form: formWith(start, "owner") });
  const { filed, accepted, waiting, proposed, stay } = dossiers;
  const others: readonly (readonly [string, string])[] = [
    ["thu-ngan", "can-bo-sai-gon-thu-ngan"],
    ["ke-toan", "can-bo-sai-gon-ke-toan"],
    ["ke-toan-tinh", "can-bo-pc06-hcm-ke-toan"],
    ["phap-che", "can-bo-phap-che-soan"],
    ["theo-doi", "can-bo-theo-doi-hcm"],
    ["van-hanh", "can-bo-van-hanh"],
  ];
  const dossierAt = (...codes: readonly (string | undefined)[]) => codes.map((code) => `/office/ho-so/${code}`);
  const more: Readonly<Record<string, readonly string[]>> = {
    "thu-ngan": [`/office/thu-tien?ho-so=${accepted}`],
    "ke-toan": [`/office/mien-giam?ho-so=${accepted}`, "/office/doi-soat?so=kiem"],
  };
  const officers = await Promise.all(
    others.map(async ([who, subject]): Promise<Album> => {
      const browser = await signedInOfficer(house, subject);
      return { who, browser, paths: [...(await menuOf(browser)), ...(more[who] ?? [])] };
    }),
  );
  const inner = [
    "/desk/phim-tat",
    "/desk/nguoi-khac",
    "/office/hang-cho/quay",
    "/office/hang-cho/so-lieu",
    `/office/lich-hen/${room.session}`,
    `/office/ho-so/${filed}/trao-doi`,
    `/office/ho-so/${accepted}/dan-cu`,
    ...["yeu-cau", "vi-pham", "huy", "niem-phong"].map((at) => `/office/du-lieu/${at}`),
  ];
  return [
    {
      who: "tiep-nhan",
      browser: staff.desk,
      paths: [...(await menuOf(staff.desk)), ...inner, ...dossierAt(filed, stay)],
    },
    {
      who: "thu-ly",
      browser: staff.examiner,
      paths: [
        ...(await menuOf(staff.examiner)),
        "/office?muc=luot-toi&trang-thai=returned",
        ...dossierAt(accepted),
        `/office/ho-so/${accepted}/ghi-chu`,
        `/office/nhieu?viec=claimed&ma=${accepted}&ma=${filed}`,
      ],
    },
    {
      who: "lanh-dao",
      browser: staff.lead,
      paths: [
        ...(await menuOf(staff.lead)),
        ...dossierAt(accepted, proposed),
        `/office/nhieu?viec=signed&ma=${proposed}&ma=${filed}`,
        `/office/nhieu?viec=assigned&ma=${accepted}&ma=${filed}`,
      ],
    },
    { who: "van-thu", browser: staff.clerk, paths: await menuOf(staff.clerk) },
    ...officers,
    {
      who: "khach",
      browser: openBrowser(house.url),
      paths: [
        ..."/ /thu-tuc /thu-tuc?q=tam+tru /thu-tuc/temporary-residence /tra-cuu /dat-lich /quay /tinh /dia-chi-cu /minh-bach /phap-luat/thay-doi /dang-nhap /khong-co".split(
          " ",
        ),
        `/tra-cuu?ma=${filed}`,
        "/dat-lich/ca-26740",
        WARD,
        "/en",
      ],
    },
    {
      who: "cong-dan",
      browser: minh,
      paths: [
        ..."/ /ho-so /hop-thu /lich-hen /du-lieu-cua-toi /dai-dien /phien /ho-tro /ket-noi".split(" "),
        draft.url.pathname,
        `/ho-so/${filed}`,
        `/ho-so/${filed}/da-nop`,
        `/ho-so/${filed}/thanh-toan`,
        `/ho-so/${waiting}`,
        `/ho-so/${waiting}/bo-sung`,
        `/ho-so/${proposed}`,
        `/ho-so/${filed}/trao-doi`,
        `/dat-lich/ca-26740/${room.session}/510`,
        `${room.booked}?moi=1`,
      ],
    },
    { who: "kiosk", browser: room.kiosk, paths: ["/kiosk", WARD, room.ticket, `${WARD}/man-hinh`] },
  ];
}
