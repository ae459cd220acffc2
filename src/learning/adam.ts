const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-7;

/**
 * Adam: gradient descent with a step of its own for each parameter, by running means of the gradient and of its square.
 * `kingmaBa2015`, algorithm 1, with decays .9 and .999 and ε = 1e-7. In place; the same steps give the same digits.
 *
 * @param learningRate about the largest change of a parameter per step, above 0
 */
export class Adam {
  readonly #learningRate: number;
  readonly #moments: { first: Float64Array; second: Float64Array }[];
  #steps = 0;

  constructor(parameters: readonly Float32Array[], learningRate: number) {
    this.#learningRate = learningRate;
    this.#moments = parameters.map(({ length }) => ({
      first: new Float64Array(length),
      second: new Float64Array(length),
    }));
  }

  /** Changes the parameters; gradients in the order and of the sizes of the parameters. */
  step(parameters: readonly Float32Array[], gradients: readonly ArrayLike<number>[]): void {
    this.#steps++;
    const firstScale = 1 / (1 - FIRST_DECAY ** this.#steps);
    const secondScale = 1 / (1 - SECOND_DECAY ** this.#steps);
    parameters.forEach((values, p) => {
      const { first, second } = this.#moments[p];
      const gradient = gradients[p];
      for (let i = 0; i < values.length; i++) {
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient[i];
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
        values[i] -= (this.#learningRate * firstScale * first[i]) / (Math.sqrt(secondScale * second[i]) + EPSILON);
      }
    });
  }
}
