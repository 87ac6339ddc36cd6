/*
 * What every abstract says, in any field. Words are given as normalWord makes them: lower case, singular, American.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that no concept begins with: they value, count, compare or point, but name nothing. */
export const GENERIC_MODIFIERS = wordSet(`
  novel new newly several various different diverse many such other another same certain numerous existing proposed propose suggested current recent previous prior earlier
  latest first second third fourth last next final main major minor key important significant effective efficient better best good great superior promising potential
  possible simple easy difficult challenging specific particular common popular typical usual additional further extensive comprehensive substantial considerable notable
  remarkable comparable critical crucial essential sufficient available able capable suitable appropriate relevant respective corresponding resulting given underlying
  overall entire whole extra own useful powerful desired desirable original conventional traditional practical
  interesting little few more most less least much wide broad higher larger smaller greater faster slower longer shorter highest lowest largest smallest fewer
  improved improving enhanced increased increasing reducing growing emerging leading well-known well known state-of-the-art cutting-edge sota
  fundamental general principled unique similar distinct separate alternative preliminary present presented related detailed careful
  rigorous thorough systematic intuitive straightforward proper correct accurate precise reasonable acceptable satisfactory excellent outstanding impressive
  favorable beneficial valuable meaningful serious viable feasible successful so-called
  aforementioned following mentioned considered studied used obtained observed reported required needed introduced described developed derived designed
  employed adopted applied selected chosen tested evaluated demonstrated achieved associated involved based using via per towards toward beyond
  two three four five six seven eight nine ten one hundred thousand million billion only just even also both either neither
  today modern nowadays vast vital huge enormous tremendous massive prominent predominant prevailing prevalent widespread ubiquitous noteworthy
  seminal pioneering groundbreaking innovative sophisticated advanced ideal perfect poor worse worst
  sheer mere so very highly extremely increasingly particularly especially typically usually generally recently often rarely fully simply easily
  subsequent consequent non-trivial nontrivial real-life real-world top-performing best-performing high-quality
  actual true false said ongoing timely urgent pressing future past nice fresh
  called named termed denoted defined assumed presumed specified reported examined reviewed investigated discussed analyzed analysed determined found established
  implemented provided shown demonstrated proved proven constructed stated cited opposed compared seen needed suggested received regarded viewed referred identified collected
  encountered inspired motivated performed conducted produced accepted mere aforesaid abovementioned surprising appreciable unprecedented
`);

/**
 * Generic modifiers that begin terms in some fields: general relativity, critical temperature, common law, perfect matching, specific heat.
 * A phrase with one is a term where it recurs, and where what follows seldom stands without it.
 */
export const SOFT_MODIFIERS = wordSet('general critical common perfect ideal specific fundamental potential major minor essential principal proper unique current prior simple');

/** Words that are no concept by themselves; inside a longer term they may be part of one ("gradient method", "minimax problem"). */
export const GENERIC_WORDS = wordSet(`
  method approach technique algorithm framework problem task performance result paper work study experiment model code system scheme
  strategy procedure solution tool methodology paradigm pipeline mechanism process way means manner concept idea notion principle theory literature
  research researcher author article thesis report review abstract introduction conclusion section chapter figure table appendix contribution finding
  insight implication limitation challenge issue question difficulty obstacle gap goal aim objective purpose target need requirement demand interest focus
  advantage disadvantage benefit drawback merit strength weakness improvement gain enhancement reduction increase decrease advance advancement progress development
  success failure effect impact influence importance significance relevance role use usage utility application implementation utilization deployment practice
  example instance case scenario setting situation circumstance condition context environment domain field area discipline community world society life reality
  number amount quantity level degree extent range scale size magnitude variety majority minority set subset collection group family class category type kind sort form
  part portion component element piece aspect factor feature property characteristic attribute nature quality detail
  time year month day week hour minute decade century period moment past present future today
  state order step stage phase end start begin beginning point place position side line direction path course
  evidence fact observation analysis evaluation assessment comparison validation verification investigation examination test testing demonstration
  assumption hypothesis proposition theorem proof lemma definition criterion measure metric measurement value score parameter variable
  data dataset information knowledge sample input output content source resource material item object entity unit
  baseline benchmark counterpart competitor alternative choice candidate
  ability capability capacity potential possibility opportunity power efficacy effectiveness efficiency accuracy precision cost complexity speed
  term terms word name label sense view viewpoint perspective light angle
  reason cause consequence outcome product response answer
  people person human user individual practitioner expert scientist engineer participant subject man woman child
  high low large small big long short full
  science technology industry company
  attempt effort try trial run support help aid assistance guidance guideline recommendation suggestion advice
  relation relationship connection link correspondence interaction combination integration difference similarity distinction contrast trade-off tradeoff
  change variation modification adaptation extension version variant
  structure architecture design construction configuration setup formulation representation description characterization
  basis foundation background motivation overview summary discussion
  rule law constraint bound limit
  sota github http https www url com org pdf arxiv doi et al etc ie eg i.e e.g vs fig eq ref sec
  hand lot bit thing something anything everything nothing someone everyone
  usa copyright ltd inc elsevier springer wiley ieee acm publisher publication journal conference proceedings workshop volume
  rest plenty addition regard respect spite favor account lack absence presence existence availability
  understanding consideration awareness action activity operation function
  page website project package software library repository release toolkit
  percent percentage ratio rate fraction proportion average mean total sum
  decision making use-case usecase proof-of-concept
  building block corner stone cornerstone key core center heart
  depth width length height weight
  loss drop rise growth
  learning training modeling note agreement dependence argument interpretation space region location lens scratch series pair fit remedy occurrence access par lesson estimate iteration pace spirit mind grain advent emergence rise surge glance nuance
  suite array spectrum fraction plethora wealth body host myriad handful wide possibility speedup overhead burden bottleneck pitfall caveat trend pattern regime experience expectation
`);

/** Words of which whole phrases say nothing: "new method", "performance comparison". Fewer than GENERIC_WORDS, which make terms together: "knowledge representation", "time series". */
export const VACUOUS_WORDS = wordSet(`
  method approach technique algorithm framework problem task performance result paper work study experiment model scheme strategy procedure solution methodology paradigm
  way manner concept idea notion literature research researcher author article report survey contribution finding insight implication limitation challenge issue question
  difficulty obstacle gap goal aim objective purpose need requirement interest advantage disadvantage benefit drawback improvement gain enhancement reduction increase
  decrease advance advancement progress development success failure effect impact influence importance significance role use usage utility application implementation
  practice example instance case scenario setting situation number amount variety majority set group type kind sort form part aspect factor nature evidence fact
  observation analysis evaluation assessment comparison validation investigation examination test testing demonstration assumption baseline benchmark counterpart
  alternative ability capability potential possibility effectiveness efficiency attempt effort area field domain community direction step stage point order level
  degree extent range year time day state art hand accuracy quality metric dataset data
`);

/** Adjectives of degree: with vacuous words alone they say nothing ("large datasets", "early stage"). */
export const GRADABLE_WORDS = wordSet(`
  large larger small smaller high higher low lower strong stronger weak weaker severe rich richer individual old single equivalent hard harder tough complex simplified heavy light
  long longer short shorter fast faster slow slower full partial multiple early late mixed deep deeper shallow wider narrow narrower limited intermediate direct indirect
  public private real realistic synthetic unseen open rigid flexible excessive scale
`);

/** Heads that add nothing to a term that stands by itself: "continual learning methods", "quantization schemes". */
export const EMPTY_HEADS = wordSet('method approach technique procedure scheme strategy task paradigm methodology performance setting scenario');

/** Words that say nothing after a generic modifier only: "attention" is a mechanism, "much attention" is none. */
export const GENERIC_WHEN_VALUED = wordSet('attention promise popularity traction flexibility robustness simplicity versatility');

/** Longer phrases that say nothing, as normal words. */
export const GENERIC_PHRASES: ReadonlySet<string> = new Set(
  `state of the art|state of art|state art|art method|art result|art performance|art model|wide range|broad range|large number|small number|wide variety|large amount|small amount|vast amount|
  real world|real world application|real world problem|real world data|real world dataset|real world scenario|real life|case study|future work|future research|previous work|related work|prior work|recent work|recent year|
  recent advance|experimental result|empirical result|numerical result|simulation result|theoretical result|experiment result|test result|preliminary result|main result|key result|
  experimental evaluation|empirical evaluation|empirical study|empirical evidence|experimental evidence|experimental study|numerical experiment|numerical example|numerical study|
  extensive experiment|comprehensive experiment|experimental analysis|empirical analysis|theoretical analysis|theoretical finding|theoretical insight|empirical finding|empirical observation|comparative study|comparative analysis|
  key insight|key idea|main idea|main contribution|key contribution|key challenge|main challenge|key component|main goal|main objective|crucial role|important role|key role|key factor|
  proposed method|proposed approach|proposed model|proposed algorithm|proposed framework|our method|our approach|our model|new method|new approach|new model|novel method|novel approach|
  source code|open source|code base|project page|high quality|high performance|high accuracy|better performance|superior performance|good performance|strong performance|competitive performance|
  performance improvement|performance gain|significant improvement|state of the|art technique|long time|same time|first time|other hand|one hand|best knowledge|our knowledge|
  research question|research problem|research area|research field|research community|research direction|research paper|research work|open question|open problem|open challenge|
  building block|driving force|starting point|step forward|good agreement|close agreement|special case|general case|special attention|particular attention|considerable attention|
  number of|amount of|set of|lot of|variety of|use of|case of|part of|type of|kind of|class of|form of|range of|series of|family of|collection of|result of|effect of|impact of|role of|
  point of view|proof of concept|wide application|broad application|practical application|practical use|practical relevance|theoretical foundation|theoretical guarantee|theoretical framework|
  status quo|rapid development|computational overhead|computational requirement|resource constraint|evaluation metric|dataset size|learned parameter|input variable|input parameter|training process|method design|primary outcome|secondary outcome|primary endpoint|confidence interval|top 1 accuracy|top 5 accuracy|test accuracy|unified framework|general framework|simple method|simple approach|promising result|promising direction|promising approach|consistent improvement|orders of magnitude|order of magnitude|
  downstream task|target task|benchmark dataset|public dataset|experimental setting|experimental condition|extensive evaluation|extensive analysis|in depth analysis|depth analysis|
  high level|low level|large scale|small scale|short term|long term|low cost|high cost|computational cost|additional cost|time consuming|
  great potential|great success|great interest|growing interest|increasing attention|much attention|key property|important property|desirable property|
  existing method|existing approach|existing work|existing model|baseline method|competing method|other method|alternative method|alternative approach|comparable performance|
  average improvement|absolute improvement|relative improvement|overall performance|performance degradation|performance gap|model performance|task performance|
  paper present|paper describe|paper proposes|present paper|this paper|author present|rights reserved|copyright elsevier|
  united states|years ago|recent progress|recent study|recent research|recent development|current state|current research|current method|current approach|
  best of our knowledge|to the best|code availability|supplementary material|additional information|further research|further study|further work`
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase.length > 0),
);
