/** Trade, work and money. */
export const sameBusiness: readonly string[] = [
  `kaufen kauft gekauft erwerben erwirbt erwarb erworben anschaffen anschafft angeschafft anzuschaffen
  schaffen_an schafft_an übernehmen übernimmt übernahm übernommen ankaufen ankauft angekauft anzukaufen
  kaufen_an kauft_an zukaufen zukauft zugekauft zuzukaufen kaufen_zu kauft_zu aufkaufen aufkauft
  aufgekauft aufzukaufen kaufen_auf kauft_auf besorgen besorgt erstehen ersteht erstand einkaufen einkauft
  eingekauft einzukaufen`,
  `verkaufen verkauft veräußern veräußert veräußerung absetzen absetzt abgesetzt abzusetzen setzen_ab
  setzt_ab absatz vertreiben vertreibt vertrieb abstoßen abstößt abstieß abgestoßen abzustoßen stoßen_ab
  stößt_ab stieß_ab anbieten anbietet anbot angeboten anzubieten bieten_an bietet_an bot_an verhökern
  verhökert feilbieten feilbietet feilbot feilgeboten feilzubieten bieten_feil bietet_feil bot_feil
  loswerden`,
  `zahlen zahlt gezahlt bezahlen bezahlt zahlung ausgeben ausgibt ausgab ausgegeben auszugeben geben_aus
  gibt_aus gab_aus entrichten entrichtet überweisen überweist überwies überwiesen begleichen begleicht
  beglich aufwenden aufwendet aufwandte aufgewandt aufzuwenden wenden_auf wendet_auf wandte_auf blechen
  blecht geblecht hinblättern hinblättert hingeblättert hinzublättern blättern_hin blättert_hin berappen
  berappt auszahlen auszahlt ausgezahlt auszuzahlen zahlen_aus zahlt_aus`,
  `kosten kostet gekostet preis verschlingen verschlingt zu_buche_schlagen betragen beträgt betrug
  kostenpunkt aufwand ausgaben aufwendungen zu_haben`,
  'preis tarif gebühr entgelt kosten fahrpreis',
  `verdienen verdient einnehmen einnimmt einnahm eingenommen einzunehmen einkommen verdienst erwirtschaften
  erwirtschaftet erlösen umsatz umsetzen umsetzt umgesetzt umzusetzen setzen_um setzt_um erträge`,
  'umsatz erlös einnahmen umsatzerlöse ertrag',
  'gewinn profit überschuss ertrag ertragskraft reingewinn',
  'verlust einbuße defizit fehlbetrag minus rote_zahlen miese',
  'verlieren verliert verlor verlust einbüßen einbüßt eingebüßt einzubüßen',
  'lohn gehalt bezahlung vergütung einkommen verdienst entlohnung sold honorar',
  `investieren investiert investition anlegen anlegt angelegt anzulegen legen_an legt_an anlage stecken
  steckt gesteckt hineinstecken hineinsteckt hineingesteckt hineinzustecken stecken_hinein steckt_hinein
  finanzieren finanziert finanzierung`,
  `investor investorin investorinnen anleger anlegerin anlegerinnen geldgeber geldgeberin geldgeberinnen
  finanzier kapitalgeber kapitalgeberin kapitalgeberinnen`,
  `finanzieren finanziert finanzierung bezuschussen bezuschusst zuschuss fördern fördert gefördert
  förderung fördermittel subventionieren subventioniert subvention fördergeld unterstützung geldmittel`,
  'geld mittel summe betrag kapital finanzmittel kohle etat budget vermögen',
  'haushalt etat budget finanzplan',
  'summe betrag gesamtsumme höhe wert geldsumme',
  `sparen spart gespart einsparen einspart eingespart einzusparen ersparnis zurücklegen zurücklegt
  zurückgelegt zurückzulegen legen_zurück legt_zurück sparmaßnahme`,
  'schulden verschuldung verbindlichkeiten kredite verschuldet schuldenstand schuldenberg',
  'kredit darlehen anleihe geliehen',
  `leihen leiht lieh geliehen ausleihen ausleiht auslieh ausgeliehen auszuleihen leihen_aus leiht_aus
  lieh_aus borgen borgt geborgt entleihen entleiht entlieh`,
  'verleihen verleiht verlieh leihgabe zur_verfügung',
  `mieten mietet gemietet pacht pachtet gepachtet anmieten anmietet angemietet anzumieten mieten_an
  mietet_an mieterin mieterinnen`,
  'vermieten vermietet verpachten verpachtet vermieterin vermieterinnen',
  `besitzen besitzt besaß besessen eigentum gehören gehört eigen innehaben innehat innehatte innegehabt
  innezuhaben haben_inne hat_inne hatte_inne eigner im_besitz`,
  `besitzer besitzerin besitzerinnen eigentümer eigentümerin eigentümerinnen eigner eignerin eignerinnen
  inhaber inhaberin inhaberinnen halter halterin halterinnen`,
  'firma firmen unternehmen betrieb gesellschaft konzern geschäft laden gmbh ag aktiengesellschaft',
  'unternehmen konzern hersteller firma firmen anbieter produzent gruppe',
  'start_up startup gründerfirma jungunternehmen neugründung',
  `hersteller herstellerin herstellerinnen produzent produzentin produzentinnen fabrikant fabrikantin
  fabrikantinnen erzeuger erzeugerin erzeugerinnen`,
  `herstellen herstellt hergestellt herzustellen stellen_her stellt_her produzieren produziert produktion
  fertigen fertigt gefertigt erzeugen erzeugt anfertigen anfertigt angefertigt anzufertigen fertigen_an
  fertigt_an fabrizieren fabriziert machen macht gemacht bauen baut gebaut`,
  'fabrik werk betrieb anlage produktionsstätte fertigungsstätte standort',
  'laden geschäft shop filiale markt verkaufsstelle kaufhaus boutique',
  'filiale zweigstelle niederlassung zweigniederlassung außenstelle standort ableger',
  `händler händlerin händlerinnen verkäufer verkäuferin verkäuferinnen einzelhändler einzelhändlerin
  einzelhändlerinnen kaufmann kaufleute handel`,
  'handel handeln handelt gehandelt geschäft wirtschaft warenverkehr',
  'ware güter produkt artikel erzeugnis',
  'produkt erzeugnis artikel gegenstand',
  `liefern liefert geliefert lieferung zustellen zustellt zugestellt zuzustellen stellen_zu stellt_zu
  ausliefern ausliefert ausgeliefert auszuliefern liefern_aus liefert_aus auslieferung beliefern beliefert
  versorgen versorgt bringen bringt brachte gebracht versenden versendet versandte versand schicken
  schickt geschickt`,
  'bestellen bestellt order ordert geordert auftrag in_auftrag beauftragen beauftragt',
  'kunde kundin kundinnen käufer käuferin käuferinnen kundschaft verbraucher konsument klient auftraggeber',
  'verbraucher verbraucherin verbraucherinnen konsument konsumentin konsumentinnen endkunde',
  'verbrauchen verbraucht konsumieren konsumiert konsum benötigen benötigt',
  `chef chefin chefinnen leiter leiterin leiterinnen vorgesetzter boss geschäftsführer geschäftsführerin
  vorstandschef vorstandschefin ceo direktor direktorin firmenchef`,
  'vorstand führung leitung management geschäftsführung spitze unternehmensführung geschäftsleitung',
  `leiten leitet geleitet leitung führen führt geführt führung anführen anführt angeführt anzuführen
  führen_an führt_an vorstehen vorsteht vorstand vorgestanden vorzustehen stehen_vor steht_vor stand_vor
  an_der_spitze verantworten verantwortet managen managt gemanagt lenken lenkt gelenkt steuern steuert
  gesteuert`,
  `mitarbeiter mitarbeiterin mitarbeiterinnen beschäftigte angestellte arbeitnehmer arbeitnehmerin
  arbeitskraft personal belegschaft arbeiter team`,
  'belegschaft personal mitarbeiterschaft team mannschaft',
  `arbeiten arbeitet gearbeitet tätig beschäftigt job beruf werkeln werkelt gewerkelt schuften schuftet
  geschuftet jobben jobbt gejobbt`,
  'stelle job arbeitsplatz posten position',
  `beschäftigen beschäftigt anstellen anstellt angestellt anzustellen stellen_an stellt_an einstellen
  einstellt eingestellt einzustellen anheuern anheuert angeheuert anzuheuern heuern_an heuert_an
  rekrutieren rekrutiert`,
  `entlassen entlässt entließ kündigen kündigt gekündigt feuern feuert gefeuert rauswerfen rauswirft
  rauswarf rausgeworfen rauszuwerfen werfen_raus wirft_raus warf_raus rauswurf rausschmiss vor_die_tür
  freistellung freistellt freigestellt freizustellen stellen_frei stellt_frei stellenabbau
  stellenstreichung`,
  'arbeitslos erwerbslos ohne_job ohne_arbeit jobsuchend',
  `zurücktreten zurücktritt zurücktrat zurückgetreten zurückzutreten treten_zurück tritt_zurück trat_zurück
  rücktritt aufhören aufhört aufgehört aufzuhören hören_auf hört_auf niederlegen niederlegt niedergelegt
  niederzulegen legen_nieder legt_nieder ausscheiden ausscheidet ausschied ausgeschieden auszuscheiden
  scheiden_aus scheidet_aus schied_aus abschied abdanken abdankt abgedankt abzudanken danken_ab dankt_ab
  aufgeben aufgibt aufgab aufgegeben aufzugeben geben_auf gibt_auf gab_auf räumt_seinen_posten`,
  'pleite insolvenz bankrott insolvent konkurs zahlungsunfähig',
  'fusion zusammenschluss fusionieren fusioniert verschmelzung',
  'beteiligen beteiligt anteil teilhaber mitmachen mitmacht mitgemacht mitzumachen machen_mit macht_mit',
  'anteil aktie quote prozentsatz teil beteiligung',
  'aktionär aktionärin aktionärinnen anteilseigner anteilseignerin anteilseignerinnen',
  'börse aktienmarkt finanzmarkt handelsplatz börsenhandel',
  'bank geldinstitut kreditinstitut geldhaus bankhaus sparkasse',
  'steuer abgabe',
  'wirtschaft ökonomie konjunktur ökonomisch',
  'branche industrie sektor wirtschaftszweig zweig gewerbe bereich',
  'wettbewerb konkurrenz konkurrieren konkurriert wetteifern wetteifert gewetteifert rivalität',
  `konkurrent konkurrentin konkurrentinnen rivale rivalin wettbewerber wettbewerberin wettbewerberinnen
  gegner gegnerin gegnerinnen mitbewerber mitbewerberin mitbewerberinnen kontrahent`,
  'vertrag abkommen vereinbarung kontrakt abmachung deal pakt übereinkunft',
  `unterzeichnen unterzeichnet unterschreiben unterschreibt unterschrieb unterschrift signieren signiert
  besiegeln besiegelt paraphieren paraphiert abschließen abschließt abschloss abgeschlossen abzuschließen
  schließen_ab schließt_ab schloss_ab`,
  `angebot offerte anbieten anbietet anbot anzubieten bieten_an bietet_an bot_an bieten bietet bot geboten
  sortiment`,
  'nachfrage bedarf interesse gefragt nachfragt nachgefragt nachzufragen fragen_nach fragt_nach begehrt',
  'werben wirbt warb geworben werbung reklame anzeige bewerben bewirbt bewarb beworben kampagne anpreisen',
  'export ausfuhr exportieren exportiert ausführt ausgeführt auszuführen führen_aus führt_aus',
  'import einfuhr importieren importiert einführt eingeführt einzuführen',
  'rabatt nachlass ermäßigung preisnachlass vergünstigung ermäßigt vergünstigt',
  'kostenlos gratis umsonst kostenfrei frei unentgeltlich geschenkt',
  'versichern versichert versicherung assekuranz',
  `entschädigen entschädigt schadenersatz schadensersatz wiedergutmachung ausgleich abfindung erstatten
  erstattet`,
  'spenden spendet gespendet stiften stiftet gestiftet zuwendung',
  'rente ruhestand pension rentner rentnerin pensioniert in_rente altersversorgung',
  'teuerung inflation preissteigerung preisanstieg geldentwertung',
  'armut arm not bedürftig mittellos',
  'reich wohlhabend vermögend betucht begütert',
  'patent patentieren patentiert schutzrecht',
  'lager lagert gelagert lagerung depot speicher magazin lagerhalle speichert gespeichert',
  'auftrag order mandat aufgabe',
  'tourist touristin touristinnen urlauber urlauberin urlauberinnen reisender gast feriengast besucher',
  'hotel herberge unterkunft gasthof pension',
  'restaurant gaststätte lokal gasthaus wirtshaus gastronomie',
  'bäckerei bäcker backstube backwaren',
]
