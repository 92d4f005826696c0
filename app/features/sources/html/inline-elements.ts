/** Elements that stand within a line of text; all others part what is before them from what is after. */
export const inlineElements: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math mi mn mo mrow msup msub mfrac msqrt mstyle semantics output q ruby rb s samp small span strike strong sub sup time tt u var wbr nobr center-inline'.split(
    ' ',
  ),
)
