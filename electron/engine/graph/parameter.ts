/** One number that a user may set on an algorithm; forms and command-line options are drawn from it. */
export interface Parameter {
  key: string;
  label: string;
  minimum: number;
  maximum: number;
  step: number;
  default: number;
}
