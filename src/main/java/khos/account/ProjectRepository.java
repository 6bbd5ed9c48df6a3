package khos.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.LanguagePair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProjectRepository {
    private static final String PROJECT =
            "SELECT id, name, source_language, target_language, reviewer_differs, version FROM project ";

    private final JdbcClient jdbc;

    ProjectRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Project project, long now) {
        jdbc.sql("""
                        INSERT INTO project (id, name, source_language, target_language, reviewer_differs, version, created_at)
                        VALUES (:id, :name, :source, :target, :differs, 0, :now)
                        """)
                .param("id", project.id())
                .param("name", project.name())
                .param("source", project.pair().source().code())
                .param("target", project.pair().target().code())
                .param("differs", project.reviewerDiffers() ? 1 : 0)
                .param("now", now)
                .update();
    }

    boolean update(Project project) {
        return jdbc.sql("""
                        UPDATE project
                        SET name = :name, source_language = :source, target_language = :target,
                            reviewer_differs = :differs, version = version + 1
                        WHERE id = :id AND version = :version
                        """)
                        .param("name", project.name())
                        .param("source", project.pair().source().code())
                        .param("target", project.pair().target().code())
                        .param("differs", project.reviewerDiffers() ? 1 : 0)
                        .param("id", project.id())
                        .param("version", project.version())
                        .update()
                > 0;
    }

    Optional<Project> find(String id) {
        return jdbc.sql(PROJECT + "WHERE id = :id")
                .param("id", id)
                .query(ProjectRepository::project)
                .optional();
    }

    List<Project> all() {
        return jdbc.sql(PROJECT + "ORDER BY name")
                .query(ProjectRepository::project)
                .list();
    }

    Optional<Role> role(String projectId, String account) {
        return jdbc.sql("SELECT role FROM member WHERE project_id = :id AND account = :account")
                .param("id", projectId)
                .param("account", account)
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .optional();
    }

    List<String> projectsOf(String account) {
        return jdbc.sql("SELECT project_id FROM member WHERE account = :account")
                .param("account", account)
                .query((row, number) -> row.getString("project_id"))
                .list();
    }

    List<Member> members(String projectId) {
        return jdbc.sql("SELECT account, role FROM member WHERE project_id = :id ORDER BY account")
                .param("id", projectId)
                .query((row, number) -> new Member(row.getString("account"), Role.valueOf(row.getString("role"))))
                .list();
    }

    void setMember(String projectId, Member member) {
        jdbc.sql("""
                        INSERT INTO member (project_id, account, role) VALUES (:id, :account, :role)
                        ON CONFLICT (project_id, account) DO UPDATE SET role = excluded.role
                        """)
                .param("id", projectId)
                .param("account", member.account())
                .param("role", member.role().name())
                .update();
    }

    void removeMember(String projectId, String account) {
        jdbc.sql("DELETE FROM member WHERE project_id = :id AND account = :account")
                .param("id", projectId)
                .param("account", account)
                .update();
    }

    private static Project project(ResultSet row, int number) throws SQLException {
        return new Project(
                row.getString("id"),
                row.getString("name"),
                new LanguagePair(
                        Language.of(row.getString("source_language")), Language.of(row.getString("target_language"))),
                row.getLong("reviewer_differs") == 1,
                row.getLong("version"));
    }
}
