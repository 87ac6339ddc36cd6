/**
 * Nouns that every field uses, each in its own sense: they name a concept together with other words only ("weight distribution"), or where a
 * thesaurus or a paper's own keywords say so. Normal words, as normalWord makes them.
 * Chosen by hand from words whose use is spread evenly over the subjects of arXiv (entropy of their rate in 76 subjects above 0.8 of its maximum).
 */
export const BROAD_WORDS: ReadonlySet<string> = new Set(
  `patient adult care duty abundance acceptance accessibility accordance acquisition adaption adjustment adoption aggregate aggregation aid allowance ambiguity amplification applicability approximation arrangement
  array arrangement arrival assembly assignment association assurance availability avoidance averaging background balance bar barrier base behavior belief bit book boundary box branch breakdown bridge
  calculation call cast categorization center chain chance character check chunk circle clarity classification closing closure coefficient collaboration column comment commitment committee
  compatibility competition complement completeness completion composition compromise computation computing conception concern conclusion confidence configuration conflict confusion consistency
  constant consumption contact contradiction contrast convergence conversion cooperation coordinate copy correction correctness correlation correspondence count country couple coverage creation
  crossing curse custom customization cut cycle date deal debate decline decomposition deduction deficiency denominator density departure dependence dependency derivation derivative desire destination
  detection detector determination deviation device diagram dichotomy differentiation dilemma dimension dimensionality discovery discrepancy dispersion display distance distinction distortion distribution
   diversity division document door dot draft duration dynamic ease edge edition effort elimination emphasis encounter end enlargement entry equality equation equivalence era error
  establishment estimation event exception excess exchange exclusion execution existence expansion expectation expense expertise explanation exploration exponent exposure expression
  extent extraction extreme face facility fall family fashion favor feasibility feedback fidelity figure filter fix flexibility flow fluctuation formalism formation format formula forward foundation fragment
  frame freedom frequency friend front functionality functioning generality generalizability generation generator grasp ground growth guarantee guess guide half hardness harm hierarchy hindsight hint history
  home hope idealization identification identity illustration image imbalance improvement inclusion inconsistency indicator inference infinity ingredient initiative input inspection
  inspiration instability installation institution instruction instrument intensity intent intention interface interference intermediate intersection interval intervention intuition invariance invention inverse inversion
  invitation isolation iterate job joint judgment jump kernel key keyword kit lab laboratory lag layer layout leader letter line list listing load localization locality log look loop machine
  magnitude maintenance management manner map mapping margin mark mass master match matching material matter maximization maximum mean meaning media medium meeting member mention
  message middle mind minimization minimum mistake mix mixture mode module moment money monitor motion motivation move movement moving multiplication multiplicity multitude narrative necessity neighbor neighborhood network
  night node noise nonlinearity norm normality notation notion novelty null obstruction occasion offset omission opening operator opposite optimality optimization option order ordering organization orientation origin
  outcome outlook output outset overlap owner pair panel paradox parameterization parametrization partition partner pass passage passing path peak penalty period permission perturbation phase phenomenon
    picture piece plain plan plane planner plate platform player plot policy population position power prediction preference premise preparation prescription presence presentation preservation pressure
  price priority probability processing processor product production profile program progression projection promise prominence proof propagation proportion proposal prospect prototype provider provision
  proxy publication publicity purpose pursuit quantification quantifier query questionnaire quotient race radius randomness rank reaction reader reading realization realm recipe recognition
  reconstruction record recurrence refinement reflection regime regularity rejection relaxation release reliability reminder removal repetition replacement reply representative request reservation residual
  resolution resp respect responsibility restriction resurgence return reversal revision revolution reward right rise risk root rotation round route routine row run satisfaction saturation scalability scalar scaling
  scarcity scene schedule scope screen search section segment selection sensitivity sentence separation sequence server service setback shadow shape share shift shortcoming
  shot show side sight sign signal signature similarity simplicity simplification singular site skill slope slot slowdown smoothness society solver sort sound source specialist specialization species specification spectrum
  split spot spread square stability stack standard star statement statistics status stimulus stop storage story stream strength string student style subclass submission subspace substitute
  substitution suitability supervision supply surface surrogate surrounding survey switch symbol synthesis table tail talk target teacher team tendency tension text theme thing thinking thought
  thread threshold thresholding timestamp title token tolerance top total touch trace track tracking trade trajectory transfer transformation transition translation transmission transparency transport
  treatment tree trial trick trigger triple trouble truth turn turning twist uncertainty uniformity union uniqueness university update upgrade upper user validity valuation variability variance vector
   vendor version vertex video viewer violation virtue visibility vision visual visualization volume volunteer wall waste watch wave weak weight wheel width winner wisdom wonder work worker workload world worst writer writing
  year yield zero zone
  alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega
  frac sqrt mathcal mathrm mathbb mathbf mathfrak mathsf infty leq geq cdot cdots ldots emph textit textbf sim ell rightarrow leftarrow sup inf max min lim mod arg log exp sin cos tan
  i ii iii iv v vi vii viii ix x xi xii january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  ^ii ^iii ^iv ^vi ^vii ^viii ^ix ^xi ^xii ^arxiv phys ^phys bbb remark interconnection
  arxiv nlin ibid viz nd rd th st ing`
    .trim()
    .split(/\s+/),
);
