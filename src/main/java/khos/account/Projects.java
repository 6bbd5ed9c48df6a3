package khos.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import khos.account.Roles.ForAdministrators;
import khos.account.Roles.ForTranslators;
import khos.language.LanguagePair;
import khos.storage.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The projects, and what whoever is signed in may do in each.
 *
 * <p>In {@link Project#DEFAULT} everybody has the role of their account; in another only its members have one. Who is an
 * administrator by account is one everywhere.
 */
@Service
public class Projects {
    private final ProjectRepository repository;
    private final AccountRepository accounts;
    private final Clock clock;

    Projects(ProjectRepository repository, AccountRepository accounts, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Those in which whoever is signed in has a role, by name. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Project> all() {
        List<String> mine = ids();
        return repository.all().stream()
                .filter(project -> mine.contains(project.id()))
                .toList();
    }

    /** The ids of those in which whoever is signed in has a role. */
    @Transactional(readOnly = true)
    public List<String> ids() {
        if (accountRole().filter(role -> role == Role.ADMINISTRATOR).isPresent()) {
            return repository.all().stream().map(Project::id).toList();
        }
        List<String> ids = new ArrayList<>(repository.projectsOf(Accounts.actor()));
        accountRole().ifPresent(role -> ids.add(Project.DEFAULT));
        return ids;
    }

    @Transactional(readOnly = true)
    public Optional<Project> find(String id) {
        return repository.find(id);
    }

    /** The role that whoever is signed in has in a project. */
    @Transactional(readOnly = true)
    public Optional<Role> role(String projectId) {
        Optional<Role> role = accountRole();
        boolean everywhere = projectId.equals(Project.DEFAULT)
                || role.filter(mine -> mine == Role.ADMINISTRATOR).isPresent();
        return everywhere || role.isEmpty() ? role : repository.role(projectId, Accounts.actor());
    }

    /**
     * Refuses whoever has not {@code role}, or one that includes it, in the project.
     *
     * @throws AccessDeniedException when they have not
     */
    @Transactional(readOnly = true)
    public void require(String projectId, Role role) {
        if (role(projectId).filter(mine -> mine.includes(role)).isEmpty()) {
            throw new AccessDeniedException(Accounts.actor() + " is no " + role + " in project " + projectId);
        }
    }

    /**
     * A new project without members.
     *
     * @throws InvalidEntry {@code refused.project-name} or {@code refused.project-taken}
     */
    @ForAdministrators
    @Transactional
    public Project create(String name, LanguagePair pair, boolean reviewerDiffers) {
        var project = new Project(Ids.next(), name(name), pair, reviewerDiffers, 0);
        try {
            repository.insert(project, clock.millis());
        } catch (DuplicateKeyException e) {
            throw new InvalidEntry("refused.project-taken", project.name());
        }
        return project;
    }

    /**
     * Changes name and settings; for administrators of the project.
     *
     * @param project as it was read
     * @throws InvalidEntry as above
     * @throws StaleProject when it was changed since {@code project} was read
     */
    @ForTranslators
    @Transactional
    public void change(Project project, String name, boolean reviewerDiffers) {
        require(project.id(), Role.ADMINISTRATOR);
        var changed = new Project(project.id(), name(name), project.pair(), reviewerDiffers, project.version());
        try {
            if (!repository.update(changed)) {
                throw new StaleProject(project.id());
            }
        } catch (DuplicateKeyException e) {
            throw new InvalidEntry("refused.project-taken", changed.name());
        }
    }

    private static String name(String given) {
        String name = given.strip();
        if (!Project.isName(name)) {
            throw new InvalidEntry("refused.project-name", Project.LONGEST_NAME);
        }
        return name;
    }

    /** Who has a role there; of the default project nobody in particular. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Member> members(String projectId) {
        require(projectId, Role.TRANSLATOR);
        return repository.members(projectId);
    }

    /**
     * Gives an account a role, instead of the one it had; for administrators of the project.
     *
     * @throws InvalidEntry {@code refused.no-account}
     */
    @ForTranslators
    @Transactional
    public void setMember(String projectId, Member member) {
        require(projectId, Role.ADMINISTRATOR);
        if (accounts.find(member.account()).isEmpty()) {
            throw new InvalidEntry("refused.no-account", member.account());
        }
        repository.setMember(projectId, member);
    }

    /** Takes an account's role away; for administrators of the project. */
    @ForTranslators
    @Transactional
    public void removeMember(String projectId, String account) {
        require(projectId, Role.ADMINISTRATOR);
        repository.removeMember(projectId, account);
    }

    /** The role of the account that is signed in. */
    private static Optional<Role> accountRole() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                ? Optional.empty()
                : Arrays.stream(Role.values())
                        .filter(role -> authentication.getAuthorities().stream()
                                .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())))
                        .reduce((lower, higher) -> higher);
    }
}
