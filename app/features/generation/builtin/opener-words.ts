/**
 * How a sentence of a language leans on the one before it. `leaning` begins it ("Il", "Deshalb"); `droppable` may be taken
 * off its front, the rest still being the same statement; `free` are beginnings that look leaning but aren't ("Es gibt").
 * English has rules of its own in english-openers.ts besides these lists.
 */
export type OpenerWords = { leaning: string[]; droppable: string[]; free: string[] }

const list = (phrases: string): string[] => phrases.split('|')

const byLanguage: Record<string, OpenerWords> = {
  en: {
    leaning: list(
      "he|she|they|it|him|her|his|hers|their|theirs|its|he's|she's|they're|they've|it's|it'll|these|those|such|here|here's|so|then|thus|therefore|hence|consequently|accordingly|instead|otherwise|likewise|similarly|conversely|nor|because|which|others|other|another|afterwards|afterward|neither|ditto|same|for example|for instance|in other words|as a result|as a consequence|by contrast|in contrast|on the other hand|on the contrary|on the one hand|that said|having said that|even so|in turn|in doing so|doing so|to do so|to that end|at the same time|by then|since then|until then|from there|from then|as such|speaking of|in both|in each case|in either case|in all cases|more details|more information|see|later that|that's|the same|the former|the latter|the above|the following|the other|the others|the rest|the pair|the two|the three|the four|the duo|the reason|the answer|the point|the trick|the catch|the upshot|the former's|below|following are|following is|above|one reason|one explanation|one example|one exception|one answer|one counterexample|two of them|some of them|one of them|most of them|many of them|all of them|both of them|each of them|all of this|all of these|all of that|all this|all that|all three|all four|both are|both were|both have|both had|most are|some are|some say|each has|each is|either way|not so|if so|if not|if that|if this|who|whose|where|rather|once again|not just that|what's more|besides that|the difference|much of this|much of that|much the same|the fact that it|the fact that he|the fact that she|the fact that they|the fact that this|in the first category|in the second category|in the third category|in the first case|in the second case|in the latter case|in the former case|a similar|similar to|more importantly|more specifically|to this|to that|to these|what about|why not|how so|that way|this way|like this|like that|as a side note|sometimes known|also known|now the|now it|now they|now this|now he|now she|often called|sometimes called|also called|only then|only the first|only the last|only the latter|only the former|only one of them",
    ),
    droppable: list(
      'however|but|and|also|moreover|furthermore|in addition|additionally|besides|nevertheless|nonetheless|still|yet|indeed|in fact|of course|finally|lastly|meanwhile|first|firstly|second|secondly|third|thirdly|first of all|to begin with|first and foremost|note that|in short|in summary|in conclusion|to sum up|overall|in general|generally speaking|technically speaking|confusing matters further|as you can see|as expected|unsurprisingly|on top of that|in any case|again|or|now|ok|okay|well|anyway|plus',
    ),
    free: list(
      "those who|here in|because of the|such a thing as|it takes|it is important|it's important|it is clear|it's clear|it is possible|it's possible|it is worth|it's worth|it is critical|it is essential|it is easy|it's easy|it is hard|it's hard|it is difficult|it's difficult|it is no secret|it's no secret|it is time|it's time|it was not until|it wasn't until|so far|so called|following the|where the|who can|see you|another \\d+|other \\d+|same-sex|still life|second world|first world|first lady|then-president|rather than",
    ),
  },
  de: {
    leaning: list(
      'er|sie|es|ihm|ihn|ihr|ihre|ihrem|ihren|ihrer|sein|seine|seinem|seinen|seiner|dies|diese|dieser|dieses|diesem|diesen|jene|jener|jenes|solche|solcher|solches|das ist|das sind|das war|das waren|das hat|das geht|das wird|das kann|das soll|das heißt|das bedeutet|das gilt|das macht|das liegt|das führt|das zeigt|das gelingt|das will|das würde|das könnte|dabei|damit|dadurch|dafür|dagegen|daher|darum|deshalb|deswegen|dazu|danach|davor|daran|darauf|daraus|darin|darüber|darunter|davon|demnach|dementsprechend|dann|dort|da|doch|jedoch|allerdings|außerdem|zudem|ferner|auch|ebenso|ebenfalls|so|somit|folglich|also|trotzdem|dennoch|hier|hierbei|hierzu|hierfür|beide|beides|letztere|letzterer|erstere|ersterer|der andere|die andere|die anderen|stattdessen|vielmehr|sonst|ansonsten|umgekehrt|hingegen|unterdessen|währenddessen|zum beispiel|beispielsweise|etwa|das heißt|im gegensatz dazu|darüber hinaus|denn|sondern|oder|weil|deren|dessen|welche|seitdem|inzwischen|seither|genau das|nur so|insofern|infolgedessen|in diesem|in dieser|in diesen|mit diesem|mit dieser|mit diesen|bei diesem|bei dieser|nach diesem|nach dieser|aus diesem|zu diesem|zu dieser|wie erwähnt|wie oben|eine weitere|ein weiterer|ein weiteres|weitere',
    ),
    droppable: list('und|aber'),
    free: list(
      'es gibt|es gab|es ist wichtig|es ist möglich|es ist klar|es geht um|es war einmal|in diesem jahr|in dieser woche|dieses jahr|diese woche|diesen monat|sein oder nicht|doch noch|so genannte|so viele|weitere \\d+',
    ),
  },
  fr: {
    leaning: list(
      "il|elle|ils|elles|ce|c'est|c'était|ce sont|cela|ça|cet|cette|ces|celui-ci|celle-ci|ceux-ci|celles-ci|celui|celle|ceux|donc|or|car|ainsi|alors|aussi|puis|ensuite|son|sa|ses|leur|leurs|ici|là|tel|telle|tels|telles|par conséquent|c'est pourquoi|en effet|par exemple|en revanche|au contraire|d'autre part|d'un autre côté|autrement dit|de même|tous deux|toutes deux|les deux|ce dernier|cette dernière|ces derniers|ces dernières|le premier|l'autre|les autres|d'autres|un autre|une autre|à ce moment|à cette|à cet|dans ce|dans cet|dans cette|dans ces|avec ce|avec cette|avec ces|pour ce|pour cette|pour cela|pour ces|depuis lors|dès lors|en outre de cela|c'est ainsi|lui|eux|y compris|parce que|sinon|d'où|comme indiqué|ci-dessus|ci-dessous|voilà|voici",
    ),
    droppable: list(
      'mais|et|cependant|toutefois|pourtant|néanmoins|de plus|en outre|par ailleurs|enfin|bref|bien sûr|également',
    ),
    free: list(
      'il y a|il y avait|il faut|il fallait|il est important|il est possible|il était une fois|cette année|cette semaine|ce matin|ce mois-ci|ce qui|ce que|dans ce pays',
    ),
  },
  es: {
    leaning: list(
      'él|ella|ellos|ellas|ello|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|aquel|aquella|aquellos|aquellas|aquello|su|sus|así|entonces|luego|por eso|por ello|por lo tanto|por tanto|por esto|por esta|por este|por consiguiente|en consecuencia|allí|allá|ahí|aquí|dicho|dicha|dichos|dichas|tal|tales|lo anterior|lo mismo|por ejemplo|es decir|en cambio|por el contrario|por otro lado|por otra parte|ambos|ambas|el primero|el último|el otro|la otra|los otros|otro|otra|otros|otras|porque|pues|que|en este|en esta|en estos|en estas|en ese|en esa|en esos|en esas|con este|con esta|con esto|con ello|con eso|para ello|para eso|para esto|desde entonces|de este modo|de esta manera|de esta forma|de ese modo|a este|a esta|a ese|tras esto|tras ello|de ahí|de lo contrario|como se mencionó|también|tampoco|lo',
    ),
    droppable: list(
      'pero|y|sin embargo|no obstante|además|asimismo|en efecto|de hecho|por último|finalmente|en resumen|mientras tanto|o',
    ),
    free: list(
      'esta semana|esta mañana|este año|este mes|este lunes|este martes|este jueves|este viernes|lo que|otr[oa]s \\d+',
    ),
  },
  it: {
    leaning: list(
      'egli|ella|esso|essa|essi|lui|lei|loro|questo|questa|questi|queste|quello|quella|quelli|quelle|ciò|così|quindi|dunque|perciò|pertanto|allora|poi|inoltre|anche|suo|sua|suoi|sue|qui|lì|là|tale|tali|per esempio|ad esempio|infatti|entrambi|entrambe|perché|in questo|in questa|in quel|per questo|invece|altrimenti|cioè',
    ),
    droppable: list('ma|e|tuttavia|però|infine'),
    free: list("quest'anno|questa settimana"),
  },
  pt: {
    leaning: list(
      'ele|ela|eles|elas|isto|isso|aquilo|este|esta|estes|estas|esse|essa|esses|essas|aquele|aquela|seu|sua|seus|suas|assim|então|portanto|por isso|logo|também|além disso|ali|lá|aqui|tal|tais|por exemplo|ambos|ambas|porque|nesse|nessa|neste|nesta|com isso|outro|outra|desde então|pois',
    ),
    droppable: list('mas|e|no entanto|porém|contudo|todavia|por fim|finalmente'),
    free: list('este ano|esta semana|este mês'),
  },
  nl: {
    leaning: list(
      'hij|zij|ze|het is|het was|deze|dit|die|dat|zijn|haar|hun|daarom|daardoor|daarna|daarbij|daarmee|daarvoor|dus|dan|toen|zo|ook|daarnaast|bovendien|hier|daar|echter|toch|bijvoorbeeld|beide|anders|want|omdat|zulke|sindsdien|hierdoor|hiermee|in dit|in deze|in dat',
    ),
    droppable: list('maar|en'),
    free: list('dit jaar|deze week|deze maand'),
  },
  ja: {
    leaning: list(
      'それ|これ|この|その|あの|そこ|ここ|こう|そう|だが|でも|そのため|したがって|つまり|例えば|たとえば|ところが|一方|彼|彼女|さっき|なので|だから|そんな|こんな|すると|ただし|同様|よって|それで|ですから|では|ちなみに|逆に|以上|上記|下記|前者|後者|他の|ほかに',
    ),
    droppable: list('しかし|しかしながら|また|さらに|そして|なお|そこで|もちろん|最後に|まず|次に'),
    free: list('この度|今年|ここ数年|ここ数十年|その他'),
  },
  zh: {
    leaning: list(
      '这|這|该|該|此|其|他|她|它|那|因此|所以|于是|於是|例如|比如|同样|反之|否则|前者|后者|两者|以上|如上|上述|如下|从而|这样|同时',
    ),
    droppable: list('但是|但|然而|而且|此外|另外|不过|并且|当然|最后|首先'),
    free: list('其中国|他山之石|此前|其实|其他|那年'),
  },
  ar: {
    leaning: list(
      'هو|هي|هم|هما|هذا|هذه|هؤلاء|ذلك|تلك|لذلك|ولذلك|لهذا|ولهذا|كما|وكما|فهو|فهي|وهو|وهي|وهم|وهذا|وهذه|وذلك|وقد|فقد|هنا|هناك|ثم|أيضا|على سبيل المثال|بالتالي|وبالتالي|لأن|كلاهما|وكان|وكانت|منها|منهم|إذن|بينما',
    ),
    droppable: list('لكن|ولكن|ومع ذلك|إلا أن|علاوة على ذلك'),
    free: list('هذا العام|هذا الأسبوع|هناك العديد'),
  },
  he: {
    leaning: list(
      'הוא|היא|הם|הן|זה|זו|זאת|אלה|אלו|כך|לכן|לפיכך|כאן|שם|אז|גם|כמו כן|בנוסף|למשל|לדוגמה|מכאן|עם זאת|לאחר מכן|שניהם|אחרת|כי',
    ),
    droppable: list('אבל|אך|ואולם|אולם'),
    free: list('השנה|זה מכבר'),
  },
  hi: {
    leaning: list(
      'यह|वह|ये|वे|इस|उस|इन|उन|इसके|उसके|इसका|उसका|इसकी|उसकी|इसलिए|इससे|उससे|इनके|उनके|उनका|उनकी|उन्होंने|इन्होंने|उसने|इसने|तब|तो|फिर|वहाँ|वहां|यहाँ|यहां|ऐसे|ऐसा|ऐसी|जैसे|उदाहरण के लिए|क्योंकि|दोनों|भी',
    ),
    droppable: list('लेकिन|परंतु|परन्तु|मगर|किंतु|और|हालांकि'),
    free: list('इस साल|इस वर्ष|इस सप्ताह'),
  },
}

const unknown: OpenerWords = { leaning: [], droppable: [], free: [] }

/** The lists of a language by its primary subtag; empty where Threadr doesn't know it. */
export function openerWords(primary: string): OpenerWords {
  return byLanguage[primary] ?? unknown
}
