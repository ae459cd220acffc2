/** Publications the evidence drawer and the docstrings cite by key. */
export interface Reference {
  authors: string;
  year: number;
  title: string;
  where: string;
}

export const references = {
  faderHardieLee2005: {
    authors: 'Fader, P. S., Hardie, B. G. S., Lee, K. L.',
    year: 2005,
    title: '“Counting your customers” the easy way: an alternative to the Pareto/NBD model',
    where: 'Marketing Science 24(2), 275–284',
  },
  faderHardie2013: {
    authors: 'Fader, P. S., Hardie, B. G. S.',
    year: 2013,
    title: 'The gamma-gamma model of monetary value',
    where: 'brucehardie.com/notes/025',
  },
  schmittleinMorrisonColombo1987: {
    authors: 'Schmittlein, D. C., Morrison, D. G., Colombo, R.',
    year: 1987,
    title: 'Counting your customers: who are they and what will they do next?',
    where: 'Management Science 33(1), 1–24',
  },
  nelderMead1965: {
    authors: 'Nelder, J. A., Mead, R.',
    year: 1965,
    title: 'A simplex method for function minimization',
    where: 'The Computer Journal 7(4), 308–313',
  },
  nocedalWright2006: {
    authors: 'Nocedal, J., Wright, S. J.',
    year: 2006,
    title: 'Numerical optimization, 2nd edition, chapter 6',
    where: 'Springer',
  },
  hughes1994: {
    authors: 'Hughes, A. M.',
    year: 1994,
    title: 'Strategic database marketing (recency, frequency and monetary scores by quintiles)',
    where: 'Probus',
  },
  winkler1990: {
    authors: 'Winkler, W. E.',
    year: 1990,
    title: 'String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record linkage',
    where: 'Proceedings of the Section on Survey Research Methods, American Statistical Association, 354–359',
  },
  mongeElkan1996: {
    authors: 'Monge, A. E., Elkan, C. P.',
    year: 1996,
    title: 'The field matching problem: algorithms and applications',
    where: 'Proceedings of KDD-96, 267–270',
  },
  eliasGygi2007: {
    authors: 'Elias, J. E., Gygi, S. P.',
    year: 2007,
    title:
      'Target-decoy search strategy for increased confidence in large-scale protein identifications by mass spectrometry',
    where: 'Nature Methods 4(3), 207–214',
  },
  blakelySalmond2002: {
    authors: 'Blakely, T., Salmond, C.',
    year: 2002,
    title: 'Probabilistic record linkage and a method to calculate the positive predictive value',
    where: 'International Journal of Epidemiology 31(6), 1246–1252',
  },
  garwood1936: {
    authors: 'Garwood, F.',
    year: 1936,
    title: 'Fiducial limits for the Poisson distribution',
    where: 'Biometrika 28(3/4), 437–442',
  },
  wilson1927: {
    authors: 'Wilson, E. B.',
    year: 1927,
    title: 'Probable inference, the law of succession, and statistical inference',
    where: 'Journal of the American Statistical Association 22(158), 209–212',
  },
  brownCaiDasGupta2001: {
    authors: 'Brown, L. D., Cai, T. T., DasGupta, A.',
    year: 2001,
    title: 'Interval estimation for a binomial proportion',
    where: 'Statistical Science 16(2), 101–133',
  },
  cochran1977: {
    authors: 'Cochran, W. G.',
    year: 1977,
    title: 'Sampling techniques, 3rd edition, chapter 6 (ratio estimators)',
    where: 'Wiley',
  },
  bellMcCaffrey2002: {
    authors: 'Bell, R. M., McCaffrey, D. F.',
    year: 2002,
    title: 'Bias reduction in standard errors for linear regression with multi-stage samples',
    where: 'Survey Methodology 28(2), 169–181',
  },
  hanleyMcNeil1982: {
    authors: 'Hanley, J. A., McNeil, B. J.',
    year: 1982,
    title: 'The meaning and use of the area under a receiver operating characteristic (ROC) curve',
    where: 'Radiology 143(1), 29–36',
  },
  efron1979: {
    authors: 'Efron, B.',
    year: 1979,
    title: 'Bootstrap methods: another look at the jackknife',
    where: 'The Annals of Statistics 7(1), 1–26',
  },
  breiman2001: {
    authors: 'Breiman, L.',
    year: 2001,
    title: 'Random forests (permutation importance: section 10)',
    where: 'Machine Learning 45(1), 5–32',
  },
  brier1950: {
    authors: 'Brier, G. W.',
    year: 1950,
    title: 'Verification of forecasts expressed in terms of probability',
    where: 'Monthly Weather Review 78(1), 1–3',
  },
  cox1958: {
    authors: 'Cox, D. R.',
    year: 1958,
    title: 'Two further applications of a model for binary regression',
    where: 'Biometrika 45(3/4), 562–565',
  },
  kingmaBa2015: {
    authors: 'Kingma, D. P., Ba, J.',
    year: 2015,
    title: 'Adam: a method for stochastic optimization',
    where: 'ICLR 2015',
  },
  davisGoadrich2006: {
    authors: 'Davis, J., Goadrich, M.',
    year: 2006,
    title: 'The relationship between precision-recall and ROC curves',
    where: 'ICML 2006, 233–240',
  },
  wichura1988: {
    authors: 'Wichura, M. J.',
    year: 1988,
    title: 'Algorithm AS 241: the percentage points of the normal distribution',
    where: 'Applied Statistics 37(3), 477–484',
  },
  heEtAl2015: {
    authors: 'He, K., Zhang, X., Ren, S., Sun, J.',
    year: 2015,
    title: 'Delving deep into rectifiers: surpassing human-level performance on ImageNet classification',
    where: 'ICCV 2015, 1026–1034',
  },
  hastieTibshiraniFriedman2009: {
    authors: 'Hastie, T., Tibshirani, R., Friedman, J.',
    year: 2009,
    title: 'The elements of statistical learning, 2nd edition, sections 4.4 and 7.10',
    where: 'Springer',
  },
  weinbergerEtAl2009: {
    authors: 'Weinberger, K., Dasgupta, A., Langford, J., Smola, A., Attenberg, J.',
    year: 2009,
    title: 'Feature hashing for large scale multitask learning',
    where: 'ICML 2009, 1113–1120',
  },
  davisonHinkley1997: {
    authors: 'Davison, A. C., Hinkley, D. V.',
    year: 1997,
    title: 'Bootstrap methods and their application, sections 3.8 and 5.3',
    where: 'Cambridge University Press',
  },
  bennet1920: {
    authors: 'Bennet, T. L.',
    year: 1920,
    title: 'The theory of measurement of changes in cost of living',
    where: 'Journal of the Royal Statistical Society 83(3), 455–462',
  },
  reichheld2003: {
    authors: 'Reichheld, F. F.',
    year: 2003,
    title: 'The one number you need to grow',
    where: 'Harvard Business Review 81(12), 46–54',
  },
  rocks2016: {
    authors: 'Rocks, B.',
    year: 2016,
    title: 'Interval estimation for the “Net Promoter Score”',
    where: 'The American Statistician 70(4), 365–372',
  },
  tango1998: {
    authors: 'Tango, T.',
    year: 1998,
    title: 'Equivalence test and confidence interval for the difference in proportions for the paired-sample design',
    where: 'Statistics in Medicine 17(8), 891–908',
  },
  newcombe1998: {
    authors: 'Newcombe, R. G.',
    year: 1998,
    title: 'Interval estimation for the difference between independent proportions: comparison of eleven methods',
    where: 'Statistics in Medicine 17(8), 873–890',
  },
  shapley1953: {
    authors: 'Shapley, L. S.',
    year: 1953,
    title: 'A value for n-person games',
    where: 'Contributions to the theory of games 2, 307–317, Princeton University Press',
  },
  norstrom1972: {
    authors: 'Norstrøm, C. J.',
    year: 1972,
    title: 'A sufficient condition for a unique nonnegative internal rate of return',
    where: 'Journal of Financial and Quantitative Analysis 7(3), 1835–1839',
  },
  welch1947: {
    authors: 'Welch, B. L.',
    year: 1947,
    title: 'The generalization of “Student’s” problem when several different population variances are involved',
    where: 'Biometrika 34(1/2), 28–35',
  },
  fieller1954: {
    authors: 'Fieller, E. C.',
    year: 1954,
    title: 'Some problems in interval estimation',
    where: 'Journal of the Royal Statistical Society, Series B 16(2), 175–185',
  },
  miettinenNurminen1985: {
    authors: 'Miettinen, O., Nurminen, M.',
    year: 1985,
    title: 'Comparative analysis of two rates',
    where: 'Statistics in Medicine 4(2), 213–226',
  },
  fabijanEtAl2019: {
    authors: 'Fabijan, A., Gupchup, J., Gupta, S., Omhover, J., Qin, W., Vermeer, L., Dmitriev, P.',
    year: 2019,
    title: 'Diagnosing sample ratio mismatch in online controlled experiments',
    where: 'KDD 2019, 2156–2164',
  },
  holm1979: {
    authors: 'Holm, S.',
    year: 1979,
    title: 'A simple sequentially rejective multiple test procedure',
    where: 'Scandinavian Journal of Statistics 6(2), 65–70',
  },
  benjaminiHochberg1995: {
    authors: 'Benjamini, Y., Hochberg, Y.',
    year: 1995,
    title: 'Controlling the false discovery rate: a practical and powerful approach to multiple testing',
    where: 'Journal of the Royal Statistical Society, Series B 57(1), 289–300',
  },
  hampel1974: {
    authors: 'Hampel, F. R.',
    year: 1974,
    title: 'The influence curve and its role in robust estimation',
    where: 'Journal of the American Statistical Association 69(346), 383–393',
  },
  daviesGather1993: {
    authors: 'Davies, L., Gather, U.',
    year: 1993,
    title: 'The identification of multiple outliers',
    where: 'Journal of the American Statistical Association 88(423), 782–792',
  },
  friedGather2007: {
    authors: 'Fried, R., Gather, U.',
    year: 2007,
    title: 'On rank tests for shift detection in time series',
    where: 'Computational Statistics & Data Analysis 52, doi:10.1016/j.csda.2006.12.017',
  },
} as const satisfies Record<string, Reference>;

export type CitationKey = keyof typeof references;
