/** Parts that several rules are built of, as sources of regular expressions over folded text. */

/** How a person asks for a method, in English. */
export const howTo =
  '(?:how (?:to|can i|do i|do you|i can|one can|you can)|(?:instructions?|recipe|guide|tutorial|directions) (?:for|on|to)|step[- ]by[- ]step(?: \\w+){0,3}|(?:teach|show|tell) (?:me|us|him|her|them|people|readers|followers|everyone)(?: how)? to)'

/** Groups of people that hatred is aimed at. */
export const group =
  '(?:jews|muslims|christians|hindus|sikhs|blacks|black people|whites|white people|gays|gay people|homosexuals|lesbians|trans(?:gender)? (?:people|women|men)|immigrants|migrants|refugees|foreigners|arabs|asians|mexicans|africans|indians|roma|gypsies|women|men|disabled people|juden|muslime|auslander|fluchtlinge|migranten|schwarzen?|schwule|homosexuelle|turken|araber|judios|musulmanes|gitanos|moros|negros|inmigrantes|refugiados|homosexuales|juifs|musulmans|arabes|noirs|immigres|refugies|homosexuels)'

/** Somebody whom a sentence is aimed at. */
export const target = '(?:you|him|her|them|@\\w+)'
