/** Order of the stages as people think of them (R038), not of the alphabet. Index and query must use this very text. */
export const stageRankSql = `(CASE stage WHEN 'prospect' THEN 1 WHEN 'intent' THEN 2 WHEN 'won' THEN 3 WHEN 'repeat' THEN 4 ELSE 5 END)`

/** 高价值 before 潜力 before 普通 (R039). */
export const tierRankSql = `(CASE tier WHEN 'high' THEN 1 WHEN 'potential' THEN 2 ELSE 3 END)`
