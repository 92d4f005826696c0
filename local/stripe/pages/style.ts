/** The look of the pages; it has no more to do with Stripe's than that it is told apart at once. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f5f7, #14171c);
  --surface: light-dark(#ffffff, #1d2128);
  --ink: light-dark(#1b1f27, #eceff4);
  --muted: light-dark(#525b6b, #a9b2c0);
  --line: light-dark(#d9dde4, #363d48);
  --edge: light-dark(#7d8797, #7d8797);
  --accent: light-dark(#1f4fa3, #8fb4f5);
  --on-accent: light-dark(#ffffff, #0d1626);
  --bad: light-dark(#a4221c, #f4978f);
  --good: light-dark(#286a3c, #82c997);
  --mark: light-dark(#ffe9a8, #5a4400);
  --on-mark: light-dark(#3a2c00, #ffefc2);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif;
}
.mark { background: var(--mark); color: var(--on-mark); padding: .6rem 1rem; text-align: center; font-weight: 600; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.1rem; margin: 0 0 .75rem; }
p { margin: 0 0 .6rem; }
p:last-child { margin-bottom: 0; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1.25rem; }
.sum { font-size: 1.75rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.quiet { color: var(--muted); }
.bad { color: var(--bad); font-weight: 600; }
.good { color: var(--good); font-weight: 600; }
dl { display: grid; grid-template-columns: 1fr auto; row-gap: .4rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; padding-left: 1rem; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
dl .total { border-top: 1px solid var(--line); padding-top: .5rem; color: var(--ink); font-weight: 650; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; display: grid; gap: .5rem; }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600; }
label.choice { display: flex; gap: .75rem; align-items: center; border: 1px solid var(--edge); border-radius: 8px; padding: .6rem .8rem; cursor: pointer; }
label.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
label.choice small { display: block; color: var(--muted); font-variant-numeric: tabular-nums; }
label.field { display: block; font-weight: 600; margin-bottom: .35rem; }
input[type="text"], input[type="email"], select {
  width: 100%; min-height: 2.75rem; padding: .5rem .7rem; font: inherit; color: inherit;
  background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
}
input[type="radio"] { width: 1.15rem; height: 1.15rem; flex: none; accent-color: var(--accent); }
.row { display: flex; gap: .6rem; align-items: end; flex-wrap: wrap; }
.row > div { flex: 1 1 10rem; }
.row > form { margin: 0; }
button, .button {
  display: inline-block; min-height: 2.75rem; padding: .55rem 1.1rem; font: inherit; font-weight: 600; border-radius: 8px;
  border: 1px solid var(--edge); background: transparent; color: inherit; text-decoration: none; cursor: pointer;
}
.main-deed { background: var(--accent); border-color: var(--accent); color: var(--on-accent); width: 100%; }
.stack { display: grid; gap: 1rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul.invoices { list-style: none; margin: 0; padding: 0; }
ul.invoices li { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; padding: .7rem 0; border-top: 1px solid var(--line); }
ul.invoices li:first-child { border-top: 0; }
ul.invoices .grow { flex: 1 1 9rem; }
ul.invoices form { margin: 0; }
.num { font-variant-numeric: tabular-nums; }
dl + form, form + form, form + p { margin-top: 1.25rem; }
.row + p { margin-top: .5rem; }
@media (min-width: 48rem) {
  main { padding: 2.5rem 1.5rem 4rem; }
  .two { display: grid; grid-template-columns: 1fr 1.15fr; gap: 1.5rem; align-items: start; }
}
@media (max-width: 47.99rem) { .two { display: grid; gap: 1.25rem; } }
`
