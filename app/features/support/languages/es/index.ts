import type { LanguageWords } from '../language-words.ts'
import { spanishNumbers, spanishUnits } from './measures.ts'
import { spanishConverse, spanishOpposite } from './opposite.ts'
import { spanishDoing } from './same-doing.ts'
import { spanishQualities } from './same-qualities.ts'
import { spanishThings } from './same-things.ts'

export const spanish: LanguageWords = {
  functionWords: `a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin so sobre tras el la
    los las lo un una unos unas y e o u ni que qué quien quién quienes cual cuál cuales cuyo cuya cuyos donde dónde cuando cuándo
    como cómo cuanto si sí no se le les me te nos os mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro este esta
    estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso aquello ello ella ellas ellos él yo tú usted ustedes
    nosotros vosotros es son era eran fue fueron ser sido siendo será serán sería está están estaba estaban estar estuvo estado
    ha han había habían haber hay hubo habrá habría he hemos tiene tienen tenía tenían tener tuvo tuvieron tendrá puede pueden
    podía podrá podría poder pudo debe deben debía debería más menos muy mucho mucha muchos muchas poco tan tanto también ya
    aún todavía así pero sino aunque porque pues mientras además donde otro otra otros otras algo alguien algún alguna algunos
    algunas cada mismo misma propio propia sólo solo etc d unos hace hacía vez veces según_el_artículo según_el_texto según_la_nota resulta_que`,
  same: [...spanishDoing, ...spanishThings, ...spanishQualities],
  opposite: spanishOpposite,
  converse: spanishConverse,
  sequence: 'antes antes_de antes_que previamente | después después_de tras luego posteriormente una_vez',
  negators: `no nunca jamás nadie nada ninguno ninguna ningún sin tampoco ni en_absoluto`,
  denying: `fracasar negarse carecer evitar impedir faltar rechazar prohibir librarse salvarse falta gratis`,
  notDenying: `no_solo no_sólo no_solamente no_menos_de no_más_de nada_más nada_menos no_obstante sin_embargo sin_duda no_hay_duda cuanto_menos
    ni_más_ni_menos nunca_antes jamás_antes ningún_otro ninguna_otra nadie_más sin_más por_no_decir`,
  causes: `porque debido_a gracias_a por_eso por_ello por_lo_tanto por_tanto así_que a_causa_de como_consecuencia en_consecuencia ya_que
    puesto_que dado_que lo_que_provocó provocó causó causa lo_que_llevó por_culpa_de motivo razón a_raíz_de lo_que_demuestra demuestra
    lo_que_permitió lo_que_obligó obligó llevó_a`,
  quantifiers: `todo toda todos todas cada siempre entero entera | mayoría | muchos muchas a_menudo | algunos algunas varios varias | pocos pocas raramente |
    ninguno ninguna ningún nadie nada nunca jamás`,
  approximately: `aproximadamente unos unas cerca_de alrededor_de casi en_torno_a más_o_menos cosa_de prácticamente poco_más_o_menos sobre`,
  over: `más_de por_encima_de al_menos como_mínimo superior_a por_lo_menos`,
  under: `menos_de por_debajo_de como_máximo hasta casi cerca_de inferior_a`,
  numbers: spanishNumbers,
  scales: [
    'mil 1e3',
    'millón 1e6',
    'millones 1e6',
    'm 1e6',
    'mill 1e6',
    'mm 1e6',
    'mil_millones 1e9',
    'billón 1e12',
    'billones 1e12',
    'k 1e3',
  ],
  months: [
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo may',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sept sep',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ],
  weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado sábados', 'domingo domingos'],
  units: spanishUnits,
  currencies: [
    'EUR € euros euro eur',
    'CENT céntimos céntimo centavos centavo',
    'USD us$ dólares dólar usd dólares_estadounidenses',
    'MXN pesos_mexicanos mxn',
    'ARS pesos_argentinos ars',
    'CLP pesos_chilenos clp',
    'COP pesos_colombianos cop',
    'PESO $ pesos peso',
    'PEN soles sol s/ pen',
    'GBP £ libras libra libras_esterlinas',
    'JPY ¥ yenes yen',
    'BRL reales r$',
    'UYU pesos_uruguayos',
    'VES bolívares',
    'CRC colones ₡',
    'GTQ quetzales',
    'CHF francos francos_suizos',
    'BTC bitcoins bitcoin',
  ],
  passive: {
    auxiliaries: 'es son era eran fue fueron ser sido será serán siendo ha_sido quedó',
    agents: 'por',
  },
  speech: `decir dice dicen dijo dijeron señalar señaló afirmar afirmó asegurar aseguró explicar explicó declarar declaró indicar indicó anunciar anunció
    comentar comentó contar cuenta contó advertir advierte advirtió responder respondió escribir escribió`,
  opinion: `creo creo_que pienso pienso_que opino en_mi_opinión a_mi_juicio para_mí sinceramente honestamente francamente personalmente
    la_verdad me_parece me_encanta me_gusta me_alegra me_da me_dan me_hace me_quedo ojalá qué_bonito qué_maravilla qué_pena qué_lástima
    qué_alegría qué_vergüenza qué_orgullo qué_gran qué_buena qué_ganas menos_mal por_fin enhorabuena felicidades bravo vale_la_pena
    merece_la_pena ya_era_hora no_me_canso nunca_me_cansaré hay_que deberíamos necesitamos ojo da_gusto da_pena da_rabia emociona
    se_me_pone la_piel_de_gallina de_lo_mejor lo_mejor_que historias_como cosas_así así_sí imprescindible recomiendo admiro
    confieso reconozco yo_habría yo_hubiera hacen_falta ojalá_más`,
  judging: `bueno buena buenas gran mejor malo mala peor terrible horrible increíble maravilloso maravillosa precioso preciosa hermoso hermosa
    bonito bonita fantástico fantástica genial espectacular impresionante emocionante conmovedor conmovedora inspirador inspiradora
    triste tristeza alegría alegre vergüenza vergonzoso vergonzosa lamentable absurdo absurda ridículo ridícula tonto inteligente
    sabio sabia fascinante interesante aburrido divertido divertida gracioso encantador encantadora lindo linda orgullo orgulloso
    esperanza esperanzador preocupante alarmante deprimente valiente admirable respeto admiración justo injusto merecido merecida
    merece inútil tontería joya tesoro favorito favorita amor odio feliz gracias suerte lástima pena ejemplo ejemplar lección
    magia mágico magnífico magnífica excelente brillante sensato sensata duro dura bello bella digno digna delicia delicioso
    rabia indignante escándalo desastre milagro`,
  inviting: `lee leed lean leer sigue seguid sigan comparte compartid compartan cuéntame cuéntanos contadme cuéntenme dime decidme díganme
    comenta comentad opina opinad opinan opinas piensas pensáis piensan crees creéis creen harías haríais harían imagina imaginad
    imaginen mira mirad miren escucha fíjate suscríbete guarda guardad guarden difunde hilo abro_hilo enlace aquí alguien
    habéis han habías te_animas os_animáis se_animan vosotros ustedes no_te_lo_pierdas no_os_lo_perdáis no_se_lo_pierdan
    leedlo léelo léanlo hasta_el_final pasa pásalo corre_la_voz`,
}
