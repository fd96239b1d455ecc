-- The latest five.
SELECT
    id,
    placed_on
FROM sale /* of one customer */
WHERE customer_id=17
ORDER BY placed_on DESC LIMIT 5
