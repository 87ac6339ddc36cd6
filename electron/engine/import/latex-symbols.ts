import { wordPairs } from './word-pairs.ts';

/** LaTeX commands that stand for a character, in text or mathematics. */
export const LATEX_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['etal', 'et al.'],
  ...wordPairs(`alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ
  rho ρ varrho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  times × cdot · cdots ⋯ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ dagger † ddagger ‡
  leq ≤ le ≤ geq ≥ ge ≥ leqslant ≤ geqslant ≥ ll ≪ gg ≫ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ lesssim ≲ gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰
  in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ varnothing ∅ forall ∀ exists ∃ neg ¬ lnot ¬ wedge ∧ land ∧ vee ∨ lor ∨
  to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ uparrow ↑ downarrow ↓ mapsto ↦ hookrightarrow ↪ rightsquigarrow ⇝
  infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ angle ∠ perp ⊥ bot ⊥ top ⊤ parallel ∥ mid | vdash ⊢ models ⊨ prime ′ degree ° sqrt √ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lvert | rvert | lVert ‖ rVert ‖ vert | Vert ‖ triangle △ square □ Box □ diamond ⋄ surd √
  dots … ldots … textellipsis … vdots ⋮ ddots ⋱ textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » textbullet • textdegree ° textmu µ textmultiply × texttimes × textpm ± textregistered ® texttrademark ™ textcopyright © copyright © textasciitilde ~ textasciicircum ^ textunderscore _ textbar | textless < textgreater > textdollar $ textpercent % textsection § S § textparagraph ¶ pounds £ textsterling £ texteuro € euro € textyen ¥ textexclamdown ¡ textquestiondown ¿ textonehalf ½ textordfeminine ª textordmasculine º textperiodcentered ·
  ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å dh ð DH Ð th þ TH Þ ng ŋ NG Ŋ i ı j ȷ dj đ DJ Đ
  LaTeX LaTeX TeX TeX BibTeX BibTeX
  log log ln ln exp exp sin sin cos cos tan tan arg arg min min max max argmin argmin argmax argmax inf inf sup sup lim lim det det dim dim ker ker gcd gcd Pr Pr deg deg mod mod bmod mod eg e.g. ie i.e. rtimes ⋊ ltimes ⋉ oslash ⊘ wp ℘ Vdash ⊩`),
]);

/** LaTeX accents, by the command's letter or sign, as the combining mark that follows the letter. */
export const LATEX_ACCENTS: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'], ['`', '\u0300'], ['^', '\u0302'], ['"', '\u0308'], ['~', '\u0303'], ['=', '\u0304'], ['.', '\u0307'],
  ['u', '\u0306'], ['v', '\u030c'], ['H', '\u030b'], ['c', '\u0327'], ['k', '\u0328'], ['r', '\u030a'], ['b', '\u0331'], ['d', '\u0323'],
]);

/** Symbol commands as their characters; unknown ones stay. A space that only ends the command goes with it where `eaten` says so. */
export function symbols(text: string, eaten: '' | 'glyphs'): string {
  return text.replace(/\\([A-Za-z]+)(\{\}|\s(?=[A-Za-z]))?/g, (whole, name: string, end: string = '') => {
    const symbol = LATEX_SYMBOLS.get(name);
    if (symbol === undefined) return whole;
    const endsOnly = end === '{}' || (eaten === 'glyphs' && /^(?:text|quote|guille)|^(?:ss|ae|AE|oe|OE|o|O|l|L|aa|AA|dh|DH|th|TH|ng|NG|i|j|dj|DJ)$/.test(name));
    return endsOnly ? symbol : symbol + end;
  });
}
