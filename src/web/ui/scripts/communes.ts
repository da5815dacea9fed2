type Place = { readonly code: string; readonly name: string };

/** Fetches the communes of a chosen province in place of the button that reloads the page. */
export function chooseCommunes(page: Document): void {
  for (const box of page.querySelectorAll<HTMLElement>("[data-address]")) {
    const province = box.querySelector<HTMLSelectElement>("[data-province]");
    const commune = box.querySelector<HTMLSelectElement>("[data-commune]");
    const choose = box.querySelector<HTMLElement>("[data-choose]");
    const url = box.dataset.communesUrl;
    if (!province || !commune || !choose || !url) continue;
    choose.hidden = true;
    const empty = commune.options[0]?.cloneNode(true);
    province.addEventListener("change", async () => {
      const chosen = province.value;
      commune.disabled = true;
      try {
        const places = chosen ? await communesOf(url, chosen) : [];
        // Another province may have been chosen while the answer was on its way.
        if (province.value !== chosen) return;
        commune.replaceChildren(
          ...(empty ? [empty.cloneNode(true)] : []),
          ...places.map((place) => new Option(place.name, place.code)),
        );
        commune.value = "";
        commune.disabled = false;
      } catch {
        // No answer: the button does it with a reload, as without script.
        choose.hidden = false;
        commune.disabled = false;
      }
    });
  }
}

async function communesOf(url: string, province: string): Promise<readonly Place[]> {
  const address = new URL(url, location.href);
  address.searchParams.set("province", province);
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as readonly Place[];
}
