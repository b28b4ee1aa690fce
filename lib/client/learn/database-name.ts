/** The browser's database in which a learner's progress and work are kept. */
export const learnDatabase = 'chalkgrad-learn'
