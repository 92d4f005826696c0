const sans = "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Helvetica,Arial,sans-serif"
const serif = "Newsreader,Georgia,'Times New Roman',serif"

/** How words are set: in fonts that are there already, since none may be fetched. */
export const type = {
  wordmark: { fontFamily: serif, fontSize: 18, lineHeight: '28px', fontWeight: 500 },
  heading: { fontFamily: serif, fontSize: 28, lineHeight: '1.25', fontWeight: 500 },
  title: { fontFamily: serif, fontSize: 21, lineHeight: '28px', fontWeight: 500 },
  body: { fontFamily: sans, fontSize: 16, lineHeight: '25px' },
  item: { fontFamily: sans, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  small: { fontFamily: sans, fontSize: 14, lineHeight: '21px' },
  code: {
    fontFamily: "ui-monospace,SFMono-Regular,Menlo,Consolas,'Courier New',monospace",
    fontSize: 30,
    lineHeight: '40px',
    letterSpacing: 6,
  },
  action: { fontFamily: sans, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
} as const
