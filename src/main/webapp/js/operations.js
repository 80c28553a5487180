/* Follows a build that runs, and searches its failed tasks. Without this script the page shows the same, once. */
(function () {
  "use strict";

  const PAUSE = 3000;
  const LONGEST_PAUSE = 60000;
  const SHOWN = 200;

  const page = document.getElementById("wedata-operations");
  if (!page) {
    return;
  }

  const search = { text: "", all: false };

  /* Failed tasks: what matches is counted, and only so much of it is laid out that the page stays quick. */
  function filter() {
    const part = page.querySelector("[data-part=failures]");
    const box = part && part.querySelector(".wedata-search");
    if (!box) {
      return;
    }
    const wanted = search.text.trim().toLowerCase();
    let matching = 0;
    let shown = 0;
    const rows = part.querySelector("tbody").rows;
    for (const row of rows) {
      if (row.wedataText === undefined) {
        row.wedataText = Array.from(row.cells, (cell) => cell.textContent).join("\n").toLowerCase();
      }
      const matches = row.wedataText.includes(wanted);
      const visible = matches && (search.all || shown < SHOWN);
      matching += matches ? 1 : 0;
      shown += visible ? 1 : 0;
      row.hidden = !visible;
    }
    const status = box.querySelector("[data-text]");
    status.textContent = status.dataset.text
      .replace("%1", matching)
      .replace("%2", rows.length)
      .replace("%3", shown);
    box.hidden = false;
    part.querySelector(".wedata-all").hidden = shown === matching;
  }

  function prepareSearch() {
    const part = page.querySelector("[data-part=failures]");
    const input = part && part.querySelector(".wedata-search input");
    if (!input) {
      return;
    }
    input.value = search.text;
    let timer;
    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        search.text = input.value;
        filter();
      }, 150);
    });
    part.querySelector(".wedata-all").addEventListener("click", () => {
      search.all = true;
      filter();
      /* The button goes, and takes the keyboard's place with it. */
      part.querySelector(".wedata-scroll").focus();
    });
    filter();
  }

  /* Keeps what has not changed, so that focus and selection stay where they are. */
  function renewChildren(old, fresh) {
    const before = Array.from(old.children);
    const now = Array.from(fresh.children);
    now.forEach((child, i) => {
      if (i >= before.length) {
        old.appendChild(child);
      } else if (!before[i].isEqualNode(child)) {
        before[i].replaceWith(child);
      }
    });
    before.slice(now.length).forEach((child) => child.remove());
  }

  function renew(name, fresh) {
    const old = page.querySelector("[data-part=" + name + "]");
    const lists = Array.from(old.querySelectorAll("[data-rows]"));
    const freshLists = Array.from(fresh.querySelectorAll("[data-rows]"));
    const sameShape =
      name === "operations" &&
      lists.length === freshLists.length &&
      old.querySelectorAll("section, p").length === fresh.querySelectorAll("section, p").length;
    if (!sameShape) {
      old.replaceWith(fresh);
      return;
    }
    lists.forEach((list, i) => renewChildren(list, freshLists[i]));
    const status = old.querySelector("[data-once]");
    const freshStatus = fresh.querySelector("[data-once]");
    if (status.textContent.trim() !== freshStatus.textContent.trim()) {
      renewChildren(status, freshStatus);
    }
  }

  function take(html) {
    const parsed = new DOMParser().parseFromString(html, "text/html").getElementById("wedata-operations");
    if (!parsed) {
      throw new Error("no operations");
    }
    const operations = parsed.querySelector("[data-part=operations]");
    const failures = parsed.querySelector("[data-part=failures]");
    if (operations) {
      renew("operations", document.adoptNode(operations));
    }
    if (failures) {
      renew("failures", document.adoptNode(failures));
      prepareSearch();
    }
    page.dataset.revision = parsed.dataset.revision;
    page.dataset.failures = parsed.dataset.failures;
    page.dataset.building = parsed.dataset.building;
  }

  function follow(pause) {
    if (page.dataset.building !== "true") {
      return;
    }
    window.setTimeout(() => {
      if (document.hidden) {
        follow(PAUSE);
        return;
      }
      const seen = new URLSearchParams({ revision: page.dataset.revision, failures: page.dataset.failures });
      fetch(page.dataset.live + "?" + seen, { credentials: "same-origin", cache: "no-store" })
        .then((reply) => {
          if (reply.status === 403 || reply.status === 404) {
            page.dataset.building = "false";
          }
          if (!reply.ok) {
            throw new Error(reply.status);
          }
          return reply.text();
        })
        .then(take)
        .then(
          () => follow(PAUSE),
          () => follow(Math.min(pause * 2, LONGEST_PAUSE)),
        );
    }, pause);
  }

  prepareSearch();
  follow(PAUSE);
})();
