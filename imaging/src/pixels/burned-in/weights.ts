/**
 * Weights of a logistic regression on the ten features of features.ts, their squares and products: constant, ten linear
 * ones, then each pair i ≤ j in order. Fitted (Adam, L2 1e-4, positives weighted to 0.3 of the negatives) on 300 stamps of
 * invented Latin and Persian names, numbers and dates, 8–40 pixels, 15–100 % opacity, a tenth turned by 90°, planted in
 * 11 phantom runs, the real coronary run and the sectors of 5 real ultrasound files. On five phantoms, two ultrasound files
 * and other stamps kept apart (and the real run, which is not), at the thresholds of accept.ts, found at mean contrast
 * ≥ 24 / 12–24 / 6–12, then area masked on clean X-ray runs, mean and worst, and on clean ultrasound:
 * static 98 / 89 / 66 %, 0 and 0 %, 1.4 %; one frame 95 / 61 / 9 %, 0.02 and 0.5 %, 0.7 %; single image 94 / 84 / 52 %, 0.9
 * and 6.1 %, 0.2 %. The linear terms alone masked three times the area of clean runs at the same recall; without the
 * ultrasound files in the fit, speckle was taken for writing over half of a sector.
 */
export const WEIGHTS = {
  static: [
    -13, 2.205, 1.239, -3.403, 6.158, 7.657, -1.03, 0.6353, -3.594, 1.403, 3.728,
    -0.3563, 0.3118, -4.241, 0.2476, 0.4516, 0.003201, 0.6993, 1.716, -1.366, -0.7841, -0.7784,
    2.473, 3.076, 1.43, 0.03359, 0.3201, -2.073, -0.2204, -2.133, -2.785, 6.833, 0.3196,
    -0.2648, 4.58, 3.526, -0.4395, -1.107, -1.613, -3.149, -0.09926, 0.6895, 0.6846, 0.1175,
    -4.467, -1.541, 0.1354, -0.8811, 0.07234, -1.337, -0.4397, -0.1248, 0.03895, 0.05884, -0.6466,
    0.3938, 0.2357, 1.439, 1.014, -0.8001, 4.021, 0.2335, 3.518, 0.2657, 0.7974, 0.3565,
  ],
  frame: [
    -5.453, 0.8518, 2.817, -3.307, 2.554, 4.142, -2.38, 0.9661, -2.284, -1.587, -0.3843,
    -0.3089, -0.03013, -2.636, -0.9894, 1.054, 0.1036, -0.1758, -1.021, 3.034, -1.291, -0.204,
    2.681, 2.127, 1.475, -0.06163, 0.3454, -0.8727, -4.16, -2.813, -2.227, 0.6362, 3.945,
    -1.079, 6.644, 5.655, 6.193, -1.148, -0.6191, 2.259, 0.7439, 0.1919, 2.365, -3.572,
    -4.009, -0.6787, -0.9726, 2.488, 4.872, 0.2237, -0.8557, -0.04472, 0.1285, -0.5562, -0.003346,
    1.576, 0.2655, 2.666, -2.787, -1.811, 2.383, 1.593, -1.014, 1.178, 3.4, -1.441,
  ],
  image: [
    -13.78, 1.139, 1.114, -1.583, 6.029, 9.221, 0.02287, 0.5447, -4.343, 1.13, 0,
    -0.232, 0.611, -0.8331, 0.1859, 0.1452, -0.444, 1.122, 0.5173, -0.752, 0, -0.7736,
    0.2582, 2.05, 2.438, -0.1752, 0.395, -1.044, 0.2096, 0, -1.414, 2.22, 1.382,
    0.4406, -0.3456, 4.821, 0.2517, 0, -2.116, -1.616, 0.05254, -0.368, 2.601, 1.506,
    0, -2.776, -0.3871, 0.1208, -2.254, -1.555, 0, -0.0838, 0.03253, 0.5623, -0.5561,
    0, -0.202, 2.96, 1.514, 0, 2.66, -0.04031, 0, -0.7781, 0, 0,
  ],
} as const;
