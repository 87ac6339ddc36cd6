const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/**
 * Function words, and the verbs of which abstracts are full, of German, French, Spanish, Portuguese, Italian and Dutch that are no English words:
 * they tell that a text is not English.
 */
const TELLING_WORDS = wordSet(`
  der das den dem des und oder aber nicht ist sind wird werden wurde wurden haben hat mit für auf aus bei nach von vom zum zur über unter zwischen durch ohne gegen um als auch nur sich sie wir ihr ihre
  ein eine einer eines einem einen kein keine diese dieser dieses diesem diesen jede wie wenn dass daß sowie sondern können kann soll zeigen zeigt untersuchen untersucht arbeit ergebnisse methode verfahren
  le les du aux et ou où mais ne ni que qui quoi dont lequel laquelle ce cet cette ces celle ceux il ils elle elles nous vous leur leurs notre nos son ses est sont été être avoir ont avons dans sur sous
  avec sans chez entre vers parmi pour par plus moins très ainsi aussi comme lorsque afin une deux trois premier montrons montre étudions étudie proposons présentons présente article travail résultats méthode
  el los las del al y u pero sino ni que quien cuyo este esta estos estas ese esa esos esas aquel su sus nuestro nuestra es son fue fueron ser está están estar ha han hay en con sin sobre entre hacia desde hasta
  para por según más menos muy así también como cuando donde un una unos unas dos tres presenta presentan propone estudia muestra muestran trabajo artículo resultados método
  os às ao aos do da dos das no na nos nas num numa pelo pela pelos pelas em com sem sob até mas nem que quem cujo este esta isto esse essa isso aquele seu sua seus suas nosso é são foi foram está estão
  mais menos muito assim também quando onde um uma uns umas dois três apresenta apresentamos propõe estuda mostra trabalho artigo resultados método
  il lo gli dei degli delle della dello nel nella nei nelle sul sulla con senza tra fra verso ma né che chi cui questo questa questi queste quello quella suo sua suoi loro nostro è sono era erano essere ha hanno
  più meno molto così anche come quando dove uno una due tre presenta presentiamo mostra lavoro articolo risultati metodo
  het een en van voor met naar bij uit tussen zonder niet geen maar ook dat deze dit die wij zij hun onze zijn was waren wordt worden werd heeft hebben kan kunnen dit onderzoek resultaten
`);

/** Function words of the same languages that are English words too, and of Chinese and Japanese: they only count in texts of other languages. */
const OTHER_FUNCTION_WORDS = wordSet(`
  die in an am im was war er es so da zu a de la on me se si tu lui y e o i per come dove sue mi ma no non di al plus pas bien tout tous on le ne
  的 了 在 是 和 与 對 对 等 中 为 為 一 一个 一種 一种 及 或 而 于 於 以 其 有 不 也 并 並 将 將 被 本文 我们 我們 研究 提出 方法 结果 結果 表明 基于 通过 进行 使用 该 這 这 此 之 从 從 上 下 可以 具有 问题 了一 类 中的 上的 下的 的一
  の は を に が と で も へ や から まで より など この その これ それ ため こと もの よう する した して いる ある なる れる られる である です ます ない および また 本論文 本稿 研究 提案 手法 結果
`);

/** Short forms before an apostrophe: l'analyse, d'un, qu'il. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|dell|nell|sull|all|un|quest)['’]/;

/** A word (in lower case) that only a text in another language than English has. */
export function tellsOtherLanguage(word: string): boolean {
  return TELLING_WORDS.has(word) || ELIDED.test(word);
}

/** A word (in lower case) that no concept has in a text of another language; of Japanese, what is inflected. */
export function isOtherFunctionWord(word: string): boolean {
  return tellsOtherLanguage(word) || OTHER_FUNCTION_WORDS.has(word) || /\p{Script=Hiragana}/u.test(word);
}

/** A word that is not written in Latin letters, Greek ones in formulas apart. */
export function isOtherScript(word: string): boolean {
  return /^[^\p{Script=Latin}\p{Script=Greek}\p{N}_]+$/u.test(word) && /\p{L}/u.test(word);
}
